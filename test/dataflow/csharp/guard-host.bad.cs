public class FetchController : Controller
{
    public async Task<IActionResult> Fetch(string url)
    {
        var target = new Uri(url);
        if (target.Scheme != "https")
        {
            return BadRequest();
        }
        return Json(await client.GetStringAsync(target)); // expect: CWE-918
    }
}
