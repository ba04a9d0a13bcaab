public class TemplateController : Controller
{
    public IActionResult Preview(string text)
    {
        return Json(Engine.Razor.RunCompile("<p>@Model.Text</p>", "key", null, new { Text = text }));
    }
}
