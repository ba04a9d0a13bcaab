public class PluginController : Controller
{
    public IActionResult Load(string plugin)
    {
        var type = Type.GetType("Shop.Plugins.Default");
        return Json(type.FullName);
    }
}
