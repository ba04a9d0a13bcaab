public class AuditController : Controller
{
    public IActionResult Login(string user)
    {
        logger.LogWarning("Login failed: " + user.Trim()); // expect: CWE-117
        return Unauthorized();
    }
}
