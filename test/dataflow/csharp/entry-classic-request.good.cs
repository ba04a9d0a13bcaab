public partial class Orders : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var state = "open";
        var adapter = new SqlDataAdapter("SELECT * FROM Orders WHERE State = '" + state + "'", connection);
        adapter.Fill(table);
    }
}
