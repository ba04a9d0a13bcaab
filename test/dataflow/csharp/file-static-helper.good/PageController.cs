namespace Shop;

public class PageController : Controller
{
    public IActionResult Show(string name) => Content(Markup.Bold(name), "text/html");
}
