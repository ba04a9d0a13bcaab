public class SearchController : Controller
{
    public IActionResult Find(string term)
    {
        string Where(string text) => "Title IS NOT NULL";
        return Json(connection.Query("SELECT * FROM Books WHERE " + Where(term)));
    }
}
