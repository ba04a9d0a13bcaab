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
            wanted = wanted.Trim();
        }
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + wanted + "'")); // expect: CWE-89
    }

    private static void Check(string text) => Console.WriteLine(text.Length);
}
