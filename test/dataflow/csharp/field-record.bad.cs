public record Greeting(string Name, string Title);

public class RecordController : Controller
{
    public IActionResult Show(string name)
    {
        var greeting = new Greeting(name, "Welcome");
        return Content("<h1>" + greeting.Name + "</h1>", "text/html"); // expect: CWE-79
    }
}
