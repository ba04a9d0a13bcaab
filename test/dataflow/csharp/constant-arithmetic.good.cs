public class SizeController : Controller
{
    public IActionResult Show(string folder)
    {
        int limit = 7 * 18 + 106;
        string target = limit > 300 ? folder : "/srv";
        Process.Start("/bin/sh", "-c \"du -s " + target + "\"");
        return Ok();
    }
}
