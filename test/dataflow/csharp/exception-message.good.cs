public class ErrorController : Controller
{
    public IActionResult Show(string name)
    {
        try
        {
            throw new ArgumentException("No user " + name);
        }
        catch (ArgumentException error)
        {
            return Content("<p>" + WebUtility.HtmlEncode(error.Message) + "</p>", "text/html");
        }
    }
}
