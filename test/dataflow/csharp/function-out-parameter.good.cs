public class ToolController : Controller
{
    public IActionResult Run()
    {
        ReadFolder(out var folder);
        Process.Start("cmd.exe", "/c dir " + folder);
        return Ok();
    }

    private void ReadFolder(out string folder)
    {
        folder = "C:\\public";
    }
}
