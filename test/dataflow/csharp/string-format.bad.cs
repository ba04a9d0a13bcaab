public class OrderController : Controller
{
    public IActionResult Find(string state)
    {
        var query = string.Format("SELECT * FROM Orders WHERE State = '{0}'", state);
        return Json(connection.Query(query)); // expect: CWE-89
    }
}
