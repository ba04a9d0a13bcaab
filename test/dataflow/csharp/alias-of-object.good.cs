public class Holder
{
    public string Name = "guest";
}

public class AliasController : Controller
{
    public IActionResult Find(string name)
    {
        var first = new Holder();
        var second = new Holder();
        second.Name = name;
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + first.Name + "'"));
    }
}
