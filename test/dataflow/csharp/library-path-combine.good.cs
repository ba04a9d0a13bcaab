public class CombineController : Controller
{
    public IActionResult Show(string name)
    {
        var path = Path.Combine("/srv/files", Path.GetFileName(name));
        return PhysicalFile(path, "text/plain");
    }
}
