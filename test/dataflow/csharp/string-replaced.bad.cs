public class NoteController : Controller
{
    public IActionResult Show(string name)
    {
        var path = "/srv/notes/{name}.txt".Replace("{name}", name);
        return Json(System.IO.File.ReadAllText(path)); // expect: CWE-22
    }
}
