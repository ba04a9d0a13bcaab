public class OrderController : Controller
{
    public IActionResult Delete(string id)
    {
        var key = Number(id);
        database.ExecuteSqlRaw("DELETE FROM Orders WHERE Id = " + key);
        return Ok();
    }

    private static int Number(string text) => int.Parse(text);

    private static string Same(string text) => text;
}
