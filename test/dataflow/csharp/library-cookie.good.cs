public class CookieController : Controller
{
    public IActionResult Run()
    {
        var tool = "uptime";
        Process.Start(tool);
        return Ok();
    }
}
