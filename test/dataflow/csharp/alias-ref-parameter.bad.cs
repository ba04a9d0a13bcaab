public class RefController : Controller
{
    public IActionResult Run(string folder)
    {
        var target = "/srv";
        Choose(ref target, folder);
        Process.Start("/bin/sh", "-c \"ls " + target + "\""); // expect: CWE-78
        return Ok();
    }

    private static void Choose(ref string target, string wanted) => target = wanted;
}
