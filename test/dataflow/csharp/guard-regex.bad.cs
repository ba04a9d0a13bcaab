public class HostController : Controller
{
    public IActionResult Ping(string host)
    {
        if (!Regex.IsMatch(host, "[a-z0-9.]+"))
        {
            return BadRequest();
        }
        Process.Start("/bin/sh", "-c \"ping -c 1 " + host + "\""); // expect: CWE-78
        return Ok();
    }
}
