public class ToolController : Controller
{
    public IActionResult Run(string text)
    {
        var runner = new Shell();
        runner.Run(text);
        return Ok();
    }
}

public class Echo
{
    public void Run(string text) => Console.WriteLine(text.Length);
}

public class Shell
{
    public void Run(string text) => Process.Start(text); // expect: CWE-78
}
