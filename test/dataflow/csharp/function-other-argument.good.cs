public class FileController : Controller
{
    public IActionResult Save(string name, string text)
    {
        Write("notes.txt", text);
        return Ok();
    }

    private static void Write(string name, string text)
    {
        System.IO.File.WriteAllText("/srv/notes/" + name, text);
    }
}
