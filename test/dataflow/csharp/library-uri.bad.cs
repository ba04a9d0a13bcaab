public class UriController : Controller
{
    public async Task<IActionResult> Show(string host)
    {
        var target = new UriBuilder("https", host).Uri;
        return Json(await client.GetStringAsync(target)); // expect: CWE-918
    }
}
