public class TupleController : Controller
{
    public IActionResult Find(string name)
    {
        var pair = (Name: name, Order: "Id");
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + pair.Name + "'")); // expect: CWE-89
    }
}
