public class SelectController : Controller
{
    public IActionResult Run(string names)
    {
        var files = names.Split(',').Select(name => "/srv/" + name);
        Process.Start("/bin/sh", "-c \"rm " + string.Join(" ", files) + "\""); // expect: CWE-78
        return Ok();
    }
}
