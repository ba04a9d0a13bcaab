public class FuncController : Controller
{
    public IActionResult Find(string name)
    {
        Func<string, string> where = text => "Name = '" + text + "'";
        return Json(connection.Query("SELECT * FROM Users WHERE " + where(name))); // expect: CWE-89
    }
}
