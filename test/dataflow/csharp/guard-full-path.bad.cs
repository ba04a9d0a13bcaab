public class ImageController : Controller
{
    private const string Root = "/srv/images/";

    public IActionResult Show(string name)
    {
        var path = Path.GetFullPath(Root + name);
        if (path.Length > 200)
        {
            return NotFound();
        }
        return PhysicalFile(path, "image/png"); // expect: CWE-22
    }
}
