public class ImageController : Controller
{
    private const string Root = "/srv/images/";

    public IActionResult Show(string name)
    {
        var path = Path.GetFullPath(Root + name);
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return NotFound();
        }
        return PhysicalFile(path, "image/png");
    }
}
