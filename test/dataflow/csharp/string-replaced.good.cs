public class NoteController : Controller
{
    public IActionResult Show(string name)
    {
        var path = "/srv/notes/{name}.txt".Replace("{name}", Path.GetFileName(name));
        return Json(System.IO.File.ReadAllText(path));
    }
}
