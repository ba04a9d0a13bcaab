public class ProbeModel
{
    public string Url { get; set; }
    public int Timeout { get; set; }
}

public class ProbeController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Probe([FromBody] ProbeModel model)
    {
        return Json(await client.GetStringAsync("https://probe.example.com/?t=" + model.Timeout));
    }
}
