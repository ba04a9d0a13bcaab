public class WrongController : Controller
{
    public IActionResult Find(string name)
    {
        var shown = HttpUtility.UrlDecode(name);
        return Json(connection.Query("SELECT * FROM Users WHERE Id = " + shown)); // expect: CWE-89
    }
}
