[ApiController]
public class HeaderController : ControllerBase
{
    [HttpGet("/page")]
    public IActionResult Page([FromHeader] string tenant)
    {
        Response.Headers.Append("X-Tenant", tenant); // expect: CWE-113
        return Ok();
    }
}
