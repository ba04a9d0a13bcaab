public class JoinController : Controller
{
    public IActionResult Find(string name)
    {
        var where = Join(new[] { "Name", "=", "'guest'" }, 0);
        return Json(connection.Query("SELECT * FROM Users WHERE " + where));
    }

    private static string Join(string[] parts, int from) =>
        from == parts.Length - 1 ? parts[from] : parts[from] + " " + Join(parts, from + 1);
}
