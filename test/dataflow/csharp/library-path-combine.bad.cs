public class CombineController : Controller
{
    public IActionResult Show(string name)
    {
        var path = Path.Combine("/srv/files", name);
        return PhysicalFile(path, "text/plain"); // expect: CWE-22
    }
}
