public class LineController : Controller
{
    public IActionResult Run()
    {
        using var reader = new StreamReader(Request.Body);
        string line;
        while ((line = reader.ReadLine()) != null)
        {
            Process.Start("cmd.exe", "/c nslookup " + line.Length);
        }
        return Ok();
    }
}
