public class EachController : Controller
{
    public IActionResult Remove(string names)
    {
        names.Split(',').ToList().ForEach(name =>
        {
            System.IO.File.Delete("/srv/files/" + name); // expect: CWE-22
        });
        return Ok();
    }
}
