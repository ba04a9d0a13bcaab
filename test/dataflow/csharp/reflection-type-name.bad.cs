public class PluginController : Controller
{
    public IActionResult Load(string plugin)
    {
        var type = Type.GetType("Shop.Plugins." + plugin); // expect: CWE-470
        return Json(type.FullName);
    }
}
