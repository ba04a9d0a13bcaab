public class SearchController : Controller
{
    public IActionResult Find(string term)
    {
        string Where(string text) => "Title LIKE '%" + text + "%'";
        return Json(connection.Query("SELECT * FROM Books WHERE " + Where(term))); // expect: CWE-89
    }
}
