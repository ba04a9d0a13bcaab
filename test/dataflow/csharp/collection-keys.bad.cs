public class JobController : Controller
{
    public IActionResult Run(string folder)
    {
        var job = new Dictionary<string, string>();
        job["program"] = "ls";
        job["folder"] = folder;
        Process.Start("/bin/sh", "-c \"ls " + job["folder"] + "\""); // expect: CWE-78
        return Ok();
    }
}
