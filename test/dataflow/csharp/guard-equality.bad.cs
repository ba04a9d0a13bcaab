public class ThemeController : Controller
{
    public IActionResult Show(string theme)
    {
        if (theme != null)
        {
            return Content("<body class=\"" + theme + "\">", "text/html"); // expect: CWE-79
        }
        return NotFound();
    }
}
