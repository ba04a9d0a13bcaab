public class FilterController : Controller
{
    public IActionResult Find(string name)
    {
        var query = "SELECT * FROM Users WHERE Active = 1";
        if (name != null)
        {
            query += " AND Name IS NOT NULL";
        }
        return Json(connection.Query(query));
    }
}
