public class CookieController : Controller
{
    public IActionResult Run()
    {
        var tool = Request.Cookies["tool"];
        Process.Start(tool); // expect: CWE-78
        return Ok();
    }
}
