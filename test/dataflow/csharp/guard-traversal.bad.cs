public class DocController : Controller
{
    public IActionResult Show(string name)
    {
        if (name.Length > 100)
        {
            return BadRequest();
        }
        return Json(System.IO.File.ReadAllText("/srv/docs/" + name)); // expect: CWE-22
    }
}
