public abstract class FileControllerBase : Controller
{
    protected virtual string Name(string name) => Path.GetFileName(name);

    protected string ReadText(string name) => System.IO.File.ReadAllText("/srv/files/" + Name(name)); // expect: CWE-22
}

public class TextController : FileControllerBase
{
    protected override string Name(string name) => name.Trim();

    public IActionResult Show(string name) => Json(ReadText(name));
}
