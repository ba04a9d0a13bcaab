public class Job
{
    private readonly string folder;

    public Job(string folder) => this.folder = folder;

    public void Run() => Process.Start("cmd.exe", "/c dir " + folder);
}

public class JobController : Controller
{
    public IActionResult Start(string folder)
    {
        new Job("C:\\public").Run();
        return Ok();
    }
}
