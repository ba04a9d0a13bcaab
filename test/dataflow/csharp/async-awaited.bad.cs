public class AsyncController : Controller
{
    public async Task<IActionResult> Show()
    {
        var target = await Target();
        return Json(await client.GetStringAsync(target)); // expect: CWE-918
    }

    private async Task<string> Target()
    {
        var form = await Request.ReadFormAsync();
        return form["target"];
    }
}
