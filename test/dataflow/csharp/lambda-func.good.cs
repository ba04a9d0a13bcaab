public class FuncController : Controller
{
    public IActionResult Find(string name)
    {
        Func<string, string> where = text => "Name IS NOT NULL";
        return Json(connection.Query("SELECT * FROM Users WHERE " + where(name)));
    }
}
