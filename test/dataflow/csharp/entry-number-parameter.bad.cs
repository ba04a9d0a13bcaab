public class NumberController : Controller
{
    public IActionResult Show(string id)
    {
        return Json(connection.Query("SELECT * FROM Users WHERE Id = " + id)); // expect: CWE-89
    }
}
