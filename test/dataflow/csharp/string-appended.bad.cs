public class FilterController : Controller
{
    public IActionResult Find(string name)
    {
        var query = "SELECT * FROM Users WHERE Active = 1";
        if (name != null)
        {
            query += " AND Name = '" + name + "'";
        }
        return Json(connection.Query(query)); // expect: CWE-89
    }
}
