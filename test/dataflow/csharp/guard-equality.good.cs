public class ThemeController : Controller
{
    public IActionResult Show(string theme)
    {
        if (theme == "dark" || theme == "light")
        {
            return Content("<body class=\"" + theme + "\">", "text/html");
        }
        return NotFound();
    }
}
