public class PackController : Controller
{
    public IActionResult Pack(string folder)
    {
        var parts = new[] { "tar", "cz", "/srv/data" };
        Process.Start("/bin/sh", "-c \"" + string.Join(" ", parts) + "\"");
        return Ok();
    }
}
