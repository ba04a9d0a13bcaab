public class ArrayController : Controller
{
    public IActionResult Run(string text)
    {
        var parts = new string[2];
        parts[0] = text;
        parts[1] = "/srv";
        Process.Start(parts[0]); // expect: CWE-78
        return Ok();
    }
}
