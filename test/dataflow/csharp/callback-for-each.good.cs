public class EachController : Controller
{
    public IActionResult Remove(string names)
    {
        names.Split(',').ToList().ForEach(name =>
        {
            System.IO.File.Delete("/srv/files/" + Path.GetFileName(name));
        });
        return Ok();
    }
}
