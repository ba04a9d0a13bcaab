public class FetchController : Controller
{
    public async Task<IActionResult> Fetch(string url)
    {
        var target = new Uri(url);
        if (target.Host != "api.example.com")
        {
            return BadRequest();
        }
        return Json(await client.GetStringAsync(target));
    }
}
