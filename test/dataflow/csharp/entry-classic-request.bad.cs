public partial class Orders : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var state = Request["state"];
        var adapter = new SqlDataAdapter("SELECT * FROM Orders WHERE State = '" + state + "'", connection); // expect: CWE-89
        adapter.Fill(table);
    }
}
