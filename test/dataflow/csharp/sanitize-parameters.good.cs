public class NameController : Controller
{
    public IActionResult Find(string name)
    {
        var command = new SqlCommand("SELECT Id FROM Users WHERE Name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        return Json(command.ExecuteScalar());
    }
}
