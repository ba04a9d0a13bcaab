public class RefController : Controller
{
    public IActionResult Run(string folder)
    {
        var target = "/srv";
        Choose(ref target, "/tmp");
        Process.Start("/bin/sh", "-c \"ls " + target + "\"");
        return Ok();
    }

    private static void Choose(ref string target, string wanted) => target = wanted;
}
