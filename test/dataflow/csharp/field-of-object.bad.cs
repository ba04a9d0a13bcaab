public class Filter
{
    public string Name { get; set; }
    public string Order { get; set; } = "Id";
}

public class FieldController : Controller
{
    public IActionResult Find(string name)
    {
        var filter = new Filter { Name = name };
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + filter.Name + "'")); // expect: CWE-89
    }
}
