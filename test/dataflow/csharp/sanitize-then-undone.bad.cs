public class UndoneController : Controller
{
    public IActionResult Show(string name)
    {
        var shown = WebUtility.HtmlEncode(name);
        return Content("<p>" + WebUtility.HtmlDecode(shown) + "</p>", "text/html"); // expect: CWE-79
    }
}
