public class UriController : Controller
{
    public async Task<IActionResult> Show(string host)
    {
        var target = new UriBuilder("https", "api.example.com").Uri;
        return Json(await client.GetStringAsync(target));
    }
}
