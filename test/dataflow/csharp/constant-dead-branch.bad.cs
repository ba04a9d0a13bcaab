public class UserController : Controller
{
    public IActionResult Find(string name)
    {
        var verbose = false;
        var wanted = "guest";
        if (!verbose)
        {
            wanted = name;
        }
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + wanted + "'")); // expect: CWE-89
    }
}
