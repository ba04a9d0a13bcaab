public class ThrowController : Controller
{
    public IActionResult Run(string tool)
    {
        _ = tool ?? throw new ArgumentNullException(nameof(tool));
        Process.Start(tool); // expect: CWE-78
        return Ok();
    }
}
