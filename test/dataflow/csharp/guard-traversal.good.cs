public class DocController : Controller
{
    public IActionResult Show(string name)
    {
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\'))
        {
            return BadRequest();
        }
        return Json(System.IO.File.ReadAllText("/srv/docs/" + name));
    }
}
