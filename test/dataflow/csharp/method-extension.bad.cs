public static class QueryExtensions
{
    public static string Quoted(this string text) => "'" + text + "'";
}

public class UserController : Controller
{
    public IActionResult Find(string name) =>
        Json(connection.Query("SELECT * FROM Users WHERE Name = " + name.Quoted())); // expect: CWE-89
}
