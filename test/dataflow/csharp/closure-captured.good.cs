public class ClosureController : Controller
{
    public IActionResult Show(string name)
    {
        var path = "/srv/" + name;
        var fixedPath = "/srv/readme.txt";
        Func<string> read = () => System.IO.File.ReadAllText(fixedPath);
        return Json(read());
    }
}
