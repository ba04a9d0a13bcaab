public class DeconstructController : Controller
{
    public IActionResult Run(string folder)
    {
        var (program, argument) = ("ls", folder);
        Process.Start("/bin/sh", "-c \"" + program + " /srv\"");
        return Ok();
    }
}
