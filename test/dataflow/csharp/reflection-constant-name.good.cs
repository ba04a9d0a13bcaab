public class Finder
{
    public object ByName(string name) => connection.Query("SELECT * FROM Users WHERE Name = '" + name + "'");

    public object Count(string name) => connection.Query("SELECT COUNT(*) FROM Users");
}

public class ReflectController : Controller
{
    public IActionResult Find(string name)
    {
        var method = typeof(Finder).GetMethod("Count");
        return Json(method.Invoke(new Finder(), new object[] { name }));
    }
}
