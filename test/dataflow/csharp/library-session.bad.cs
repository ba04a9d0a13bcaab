public class RoleController : Controller
{
    public IActionResult Choose(string role)
    {
        HttpContext.Session.SetString("role", role); // expect: CWE-501
        return Ok();
    }
}
