public class ReportController : Controller
{
    public IActionResult Show(string name)
    {
        var query = new StringBuilder("SELECT * FROM Reports WHERE 1 = 1");
        query.Append(" AND Name = '").Append(name).Append("'");
        return Json(connection.Query(query.ToString())); // expect: CWE-89
    }
}
