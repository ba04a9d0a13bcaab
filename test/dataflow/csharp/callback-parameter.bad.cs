public class ApplyController : Controller
{
    public IActionResult Find(string name)
    {
        return Json(Apply(name, text => connection.Query("SELECT * FROM Users WHERE Name = '" + text + "'"))); // expect: CWE-89
    }

    private static object Apply(string text, Func<string, object> action) => action(text);
}
