public class UndoneController : Controller
{
    public IActionResult Show(string name)
    {
        var shown = WebUtility.HtmlEncode(name);
        return Content("<p>" + shown.ToUpperInvariant() + "</p>", "text/html");
    }
}
