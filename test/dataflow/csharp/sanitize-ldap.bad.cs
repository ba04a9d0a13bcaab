public class LdapController : Controller
{
    public IActionResult Find(string uid)
    {
        var searcher = new DirectorySearcher(root);
        searcher.Filter = "(uid=" + uid.Trim() + ")"; // expect: CWE-90
        return Json(searcher.FindOne().Path);
    }
}
