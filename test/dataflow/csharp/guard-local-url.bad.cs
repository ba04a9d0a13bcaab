public class LoginController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        if (!string.IsNullOrEmpty(returnUrl))
        {
            return Redirect(returnUrl); // expect: CWE-601
        }
        return RedirectToAction("Index");
    }
}
