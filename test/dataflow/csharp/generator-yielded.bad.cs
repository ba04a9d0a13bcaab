public class YieldController : Controller
{
    public IActionResult Run(string text)
    {
        foreach (var line in Lines(text))
        {
            Process.Start("/bin/sh", "-c \"host " + line + "\""); // expect: CWE-78
        }
        return Ok();
    }

    private static IEnumerable<string> Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            yield return line;
        }
    }
}
