public class PageController : Controller
{
    public IActionResult Show(string title) => Content(Heading(title), "text/html"); // expect: CWE-79

    private static string Heading(string title) => "<h1>" + Trimmed(title) + "</h1>";

    private static string Trimmed(string text) => text.Trim();
}
