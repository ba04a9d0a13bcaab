public class JsonController : Controller
{
    public async Task<IActionResult> Save()
    {
        var text = await new StreamReader(Request.Body).ReadToEndAsync();
        var order = JsonSerializer.Deserialize<Order>(text);
        connection.Execute("INSERT INTO Orders (Item) VALUES ('" + order.Item + "')"); // expect: CWE-89
        return Ok();
    }
}
