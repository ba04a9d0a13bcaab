public class ListController : Controller
{
    public IActionResult Find(string name)
    {
        var names = new List<string>();
        names.Add("guest");
        names.Add(name);
        var wanted = names[0];
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + wanted + "'"));
    }
}
