public class HtmlController : Controller
{
    public IActionResult Show(string name)
    {
        var shown = WebUtility.HtmlEncode(name);
        return Content("<p>" + shown + "</p>", "text/html");
    }
}
