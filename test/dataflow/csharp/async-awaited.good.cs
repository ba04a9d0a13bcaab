public class AsyncController : Controller
{
    public async Task<IActionResult> Show()
    {
        var target = await Target();
        return Json(await client.GetStringAsync(target));
    }

    private async Task<string> Target()
    {
        var form = await Request.ReadFormAsync();
        return form.Count > 0 ? "https://a.example.com/" : "https://b.example.com/";
    }
}
