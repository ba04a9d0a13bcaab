public class GoController : Controller
{
    private const bool AllowExternal = false;

    public IActionResult Go(string next)
    {
        var target = AllowExternal ? next : "/home";
        return Redirect(target);
    }
}
