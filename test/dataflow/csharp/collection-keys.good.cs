public class JobController : Controller
{
    public IActionResult Run(string folder)
    {
        var job = new Dictionary<string, string>();
        job["program"] = "ls";
        job["folder"] = folder;
        Process.Start("/bin/sh", "-c \"" + job["program"] + " /srv\"");
        return Ok();
    }
}
