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
            return Content("<p>" + error.Message + "</p>", "text/html"); // expect: CWE-79
        }
    }
}
