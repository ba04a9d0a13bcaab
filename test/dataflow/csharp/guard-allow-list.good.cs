public class SortController : Controller
{
    private static readonly HashSet<string> Columns = new() { "Name", "Mail" };

    public IActionResult List(string column)
    {
        if (!Columns.Contains(column))
        {
            return BadRequest();
        }
        return Json(connection.Query("SELECT * FROM Users ORDER BY " + column));
    }
}
