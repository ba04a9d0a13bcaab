public class UserController : Controller
{
    public IActionResult Find(string name)
    {
        return Json(Load("guest"));
    }

    private int Load(string name)
    {
        var command = new SqlCommand("SELECT COUNT(*) FROM Users WHERE Name = '" + name + "'", connection);
        return (int)command.ExecuteScalar();
    }
}
