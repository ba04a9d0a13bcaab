public class ListArgController : Controller
{
    public IActionResult Size(string folder)
    {
        var info = new ProcessStartInfo("du");
        info.ArgumentList.Add(folder);
        Process.Start(info);
        return Ok();
    }
}
