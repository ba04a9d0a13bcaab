public class PackController : Controller
{
    public IActionResult Pack(string folder)
    {
        var parts = new[] { "tar", "cz", folder };
        Process.Start("/bin/sh", "-c \"" + string.Join(" ", parts) + "\""); // expect: CWE-78
        return Ok();
    }
}
