public class TextController : Controller
{
    private const string Mode = "plain";

    public IActionResult Show(string text)
    {
        var shown = Mode switch
        {
            "plain" => "nothing",
            _ => text,
        };
        return Content("<p>" + shown + "</p>", "text/html");
    }
}
