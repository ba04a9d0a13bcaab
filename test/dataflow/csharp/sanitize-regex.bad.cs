public class MatchController : Controller
{
    public IActionResult Find(string word)
    {
        var pattern = new Regex("^" + word.Trim()); // expect: CWE-1333
        return Json(titles.Count(title => pattern.IsMatch(title)));
    }
}
