public class PingController : Controller
{
    public IActionResult Run()
    {
        Process.Start("/bin/sh", "-c \"ping -c 1 " + Host() + "\"");
        return Ok();
    }

    private string Host()
    {
        return configuration["Ping:Host"];
    }
}
