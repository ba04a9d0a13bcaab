public class UserController : Controller
{
    public IActionResult Find(string name)
    {
        return Json(Load(name));
    }

    private int Load(string name)
    {
        var command = new SqlCommand("SELECT COUNT(*) FROM Users WHERE Name = '" + name + "'", connection); // expect: CWE-89
        return (int)command.ExecuteScalar();
    }
}
