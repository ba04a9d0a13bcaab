public class ApplyController : Controller
{
    public IActionResult Find(string name)
    {
        return Json(Apply(name, text => connection.Query("SELECT * FROM Users WHERE Length = " + text.Length)));
    }

    private static object Apply(string text, Func<string, object> action) => action(text);
}
