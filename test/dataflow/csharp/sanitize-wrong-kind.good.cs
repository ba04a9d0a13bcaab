public class WrongController : Controller
{
    public IActionResult Find(string name)
    {
        var shown = Convert.ToInt32(name);
        return Json(connection.Query("SELECT * FROM Users WHERE Id = " + shown));
    }
}
