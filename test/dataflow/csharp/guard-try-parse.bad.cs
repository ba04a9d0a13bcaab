public class ParseController : Controller
{
    public IActionResult Show(string id)
    {
        if (id == null)
        {
            return BadRequest();
        }
        return Json(connection.Query("SELECT * FROM Users WHERE Id = " + id)); // expect: CWE-89
    }
}
