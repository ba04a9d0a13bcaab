public class Job
{
    private readonly string folder;

    public Job(string folder) => this.folder = folder;

    public void Run() => Process.Start("cmd.exe", "/c dir " + folder); // expect: CWE-78
}

public class JobController : Controller
{
    public IActionResult Start(string folder)
    {
        new Job(folder).Run();
        return Ok();
    }
}
