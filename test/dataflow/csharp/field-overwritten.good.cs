public class UploadController : Controller
{
    private string name;

    public IActionResult Remove(string file)
    {
        name = file;
        name = "temporary.txt";
        System.IO.File.Delete("/srv/uploads/" + name);
        return Ok();
    }

    private void Check() => Console.WriteLine(name.Length);
}
