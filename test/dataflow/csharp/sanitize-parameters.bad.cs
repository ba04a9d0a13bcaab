public class NameController : Controller
{
    public IActionResult Find(string name)
    {
        var command = new SqlCommand($"SELECT Id FROM Users WHERE Name = '{name}'", connection); // expect: CWE-89
        return Json(command.ExecuteScalar());
    }
}
