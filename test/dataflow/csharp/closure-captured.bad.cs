public class ClosureController : Controller
{
    public IActionResult Show(string name)
    {
        var path = "/srv/" + name;
        Func<string> read = () => System.IO.File.ReadAllText(path); // expect: CWE-22
        return Json(read());
    }
}
