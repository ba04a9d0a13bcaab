public class OrderController : Controller
{
    public IActionResult Find(string state)
    {
        var query = string.Format("SELECT * FROM Orders WHERE Length = {0}", state.Length);
        return Json(connection.Query(query));
    }
}
