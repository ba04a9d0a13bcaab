public class ItemController : Controller
{
    public IActionResult Show(string title)
    {
        var titles = new List<string> { "Welcome", title, "End" };
        titles.RemoveAt(0);
        return Content("<h1>" + titles[0] + "</h1>", "text/html"); // expect: CWE-79
    }
}
