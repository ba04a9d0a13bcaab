public class ExportController : Controller
{
    public IActionResult Export(string name)
    {
        Response.Headers["Content-Disposition"] = "attachment; filename=export.csv";
        return Json(rows);
    }
}
