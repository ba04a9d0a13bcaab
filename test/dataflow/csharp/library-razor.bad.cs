public class TemplateController : Controller
{
    public IActionResult Preview(string text)
    {
        return Json(Engine.Razor.RunCompile("<p>" + text + "</p>", "key", null, null)); // expect: CWE-1336
    }
}
