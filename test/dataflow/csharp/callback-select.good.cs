public class SelectController : Controller
{
    public IActionResult Run(string names)
    {
        var files = names.Split(',').Select(name => "/srv/" + name.Length);
        Process.Start("/bin/sh", "-c \"rm " + string.Join(" ", files) + "\"");
        return Ok();
    }
}
