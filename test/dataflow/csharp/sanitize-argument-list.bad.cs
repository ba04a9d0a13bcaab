public class ListArgController : Controller
{
    public IActionResult Size(string folder)
    {
        var info = new ProcessStartInfo("du");
        info.Arguments = "-s " + folder; // expect: CWE-78
        Process.Start(info);
        return Ok();
    }
}
