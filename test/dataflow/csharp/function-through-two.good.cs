public class PageController : Controller
{
    public IActionResult Show(string title) => Content(Heading(title), "text/html");

    private static string Heading(string title) => "<h1>" + Trimmed(title) + "</h1>";

    private static string Trimmed(string text) => HtmlEncoder.Default.Encode(text.Trim());
}
