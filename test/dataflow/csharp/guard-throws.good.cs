public class ThrowController : Controller
{
    public IActionResult Run(string tool)
    {
        if (tool is not ("date" or "uptime")) throw new ArgumentException("tool");
        Process.Start(tool);
        return Ok();
    }
}
