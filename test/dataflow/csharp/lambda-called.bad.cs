public class LambdaController : Controller
{
    public IActionResult Run(string folder)
    {
        Action<string> list = path => Process.Start("cmd.exe", "/c dir " + path); // expect: CWE-78
        list(folder);
        return Ok();
    }
}
