public class LdapController : Controller
{
    public IActionResult Find(string uid)
    {
        var searcher = new DirectorySearcher(root);
        searcher.Filter = "(uid=" + Encoder.LdapFilterEncode(uid) + ")";
        return Json(searcher.FindOne().Path);
    }
}
