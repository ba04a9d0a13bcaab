public class HostController : Controller
{
    public IActionResult Ping(string host)
    {
        if (!Regex.IsMatch(host, @"\A[a-z0-9.]+\z"))
        {
            return BadRequest();
        }
        Process.Start("/bin/sh", "-c \"ping -c 1 " + host + "\"");
        return Ok();
    }
}
