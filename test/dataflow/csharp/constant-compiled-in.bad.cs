public class GoController : Controller
{
    private const bool AllowExternal = false;

    public IActionResult Go(string next)
    {
        var target = AllowExternal ? "/home" : next;
        return Redirect(target); // expect: CWE-601
    }
}
