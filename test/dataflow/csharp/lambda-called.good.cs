public class LambdaController : Controller
{
    public IActionResult Run(string folder)
    {
        Action<string> list = path => Process.Start("cmd.exe", "/c dir " + path);
        list("C:\\public");
        return Ok();
    }
}
