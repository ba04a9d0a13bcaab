public class NumberController : Controller
{
    public IActionResult Show(int id)
    {
        return Json(connection.Query("SELECT * FROM Users WHERE Id = " + id));
    }
}
