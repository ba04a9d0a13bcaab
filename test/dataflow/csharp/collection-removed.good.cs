public class ItemController : Controller
{
    public IActionResult Show(string title)
    {
        var titles = new List<string> { "Welcome", title, "End" };
        titles.RemoveAt(1);
        return Content("<h1>" + titles[0] + "</h1>", "text/html");
    }
}
