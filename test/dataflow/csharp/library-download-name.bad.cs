public class ExportController : Controller
{
    public IActionResult Export(string name)
    {
        Response.Headers["Content-Disposition"] = "attachment; filename=" + name; // expect: CWE-73
        return Json(rows);
    }
}
