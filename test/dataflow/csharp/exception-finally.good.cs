public class FinallyController : Controller
{
    public IActionResult Find(string name)
    {
        var wanted = name;
        try
        {
            Check(wanted);
        }
        finally
        {
            wanted = "guest";
        }
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + wanted + "'"));
    }

    private static void Check(string text) => Console.WriteLine(text.Length);
}
