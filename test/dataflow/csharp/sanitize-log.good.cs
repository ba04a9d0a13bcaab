public class AuditController : Controller
{
    public IActionResult Login(string user)
    {
        logger.LogWarning("Login failed: " + user.Replace("\r", "").Replace("\n", ""));
        return Unauthorized();
    }
}
