public class HtmlController : Controller
{
    public IActionResult Show(string name)
    {
        var shown = name.Replace("'", "''");
        return Content("<p>" + shown + "</p>", "text/html"); // expect: CWE-79
    }
}
