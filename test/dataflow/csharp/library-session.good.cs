public class RoleController : Controller
{
    public IActionResult Choose(string role)
    {
        HttpContext.Session.SetString("role", "guest");
        return Ok();
    }
}
