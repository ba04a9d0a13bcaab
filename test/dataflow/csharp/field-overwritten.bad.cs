public class UploadController : Controller
{
    private string name;

    public IActionResult Remove(string file)
    {
        name = file;
        Check();
        System.IO.File.Delete("/srv/uploads/" + name); // expect: CWE-22
        return Ok();
    }

    private void Check() => Console.WriteLine(name.Length);
}
