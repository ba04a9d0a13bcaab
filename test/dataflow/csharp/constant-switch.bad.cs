public class TextController : Controller
{
    private const string Mode = "plain";

    public IActionResult Show(string text)
    {
        var shown = Mode switch
        {
            "plain" => text,
            _ => "nothing",
        };
        return Content("<p>" + shown + "</p>", "text/html"); // expect: CWE-79
    }
}
