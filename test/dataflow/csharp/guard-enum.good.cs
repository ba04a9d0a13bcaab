public enum Order { Name, Mail }

public class EnumController : Controller
{
    public IActionResult List(string order)
    {
        var column = Enum.Parse<Order>(order);
        return Json(connection.Query("SELECT * FROM Users ORDER BY " + column));
    }
}
