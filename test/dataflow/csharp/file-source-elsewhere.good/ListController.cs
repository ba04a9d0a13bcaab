public class ListController : Controller
{
    public IActionResult List()
    {
        Process.Start("/bin/sh", "-c \"ls " + Inputs.Folder(Request) + "\"");
        return Ok();
    }
}
