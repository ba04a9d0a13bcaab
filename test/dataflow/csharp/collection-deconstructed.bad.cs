public class DeconstructController : Controller
{
    public IActionResult Run(string folder)
    {
        var (program, argument) = ("ls", folder);
        Process.Start("/bin/sh", "-c \"ls " + argument + "\""); // expect: CWE-78
        return Ok();
    }
}
