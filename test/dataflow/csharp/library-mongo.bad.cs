public class MongoController : Controller
{
    public IActionResult Find(string name)
    {
        var filter = BsonDocument.Parse("{ name: '" + name + "' }"); // expect: CWE-943
        return Json(users.Find(filter).FirstOrDefault());
    }
}
