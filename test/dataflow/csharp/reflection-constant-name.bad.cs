public class Finder
{
    public object ByName(string name) => connection.Query("SELECT * FROM Users WHERE Name = '" + name + "'"); // expect: CWE-89

    public object Count(string name) => connection.Query("SELECT COUNT(*) FROM Users");
}

public class ReflectController : Controller
{
    public IActionResult Find(string name)
    {
        var method = typeof(Finder).GetMethod("ByName");
        return Json(method.Invoke(new Finder(), new object[] { name }));
    }
}
