public partial class Run : System.Web.UI.Page
{
    protected TextBox FolderBox;

    protected void Go_Click(object sender, EventArgs e)
    {
        System.Diagnostics.Process.Start("/bin/sh", "-c \"ls " + FolderBox.Text + "\""); // expect: CWE-78
    }
}
