public class PingController : Controller
{
    public IActionResult Run()
    {
        Process.Start("/bin/sh", "-c \"ping -c 1 " + Host() + "\""); // expect: CWE-78
        return Ok();
    }

    private string Host()
    {
        return Request.Query["host"];
    }
}
