public class MatchController : Controller
{
    public IActionResult Find(string word)
    {
        var pattern = new Regex("^" + Regex.Escape(word));
        return Json(titles.Count(title => pattern.IsMatch(title)));
    }
}
