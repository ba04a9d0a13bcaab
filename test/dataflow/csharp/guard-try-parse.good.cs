public class ParseController : Controller
{
    public IActionResult Show(string id)
    {
        if (!int.TryParse(id, out _))
        {
            return BadRequest();
        }
        return Json(connection.Query("SELECT * FROM Users WHERE Id = " + id));
    }
}
