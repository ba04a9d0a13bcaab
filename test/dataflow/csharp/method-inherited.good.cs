public abstract class FileControllerBase : Controller
{
    protected virtual string Name(string name) => Path.GetFileName(name);

    protected string ReadText(string name) => System.IO.File.ReadAllText("/srv/files/" + Name(name));
}

public class TextController : FileControllerBase
{
    public IActionResult Show(string name) => Json(ReadText(name));
}
