[ApiController]
public class HeaderController : ControllerBase
{
    [HttpGet("/page")]
    public IActionResult Page([FromHeader] string tenant)
    {
        Response.Headers.Append("X-Tenant", Uri.EscapeDataString(tenant));
        return Ok();
    }
}
