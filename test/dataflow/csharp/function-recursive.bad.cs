public class JoinController : Controller
{
    public IActionResult Find(string name)
    {
        var where = Join(new[] { "Name", "=", "'" + name + "'" }, 0);
        return Json(connection.Query("SELECT * FROM Users WHERE " + where)); // expect: CWE-89
    }

    private static string Join(string[] parts, int from) =>
        from == parts.Length - 1 ? parts[from] : parts[from] + " " + Join(parts, from + 1);
}
