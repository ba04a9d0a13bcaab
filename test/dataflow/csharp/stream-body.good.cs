public class ScriptController : Controller
{
    public async Task<IActionResult> Run()
    {
        using var reader = new StreamReader(Request.Body);
        var text = await reader.ReadToEndAsync();
        return Json(await CSharpScript.EvaluateAsync("1 + " + text.Length));
    }
}
