public class StatusController : Controller
{
    public async Task<IActionResult> Show(string url)
    {
        return Json(await Fetch());
    }

    private async Task<string> Fetch(string url = "https://status.example.com/health")
    {
        return await client.GetStringAsync(url);
    }
}
