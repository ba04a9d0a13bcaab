public class MongoController : Controller
{
    public IActionResult Find(string name)
    {
        var filter = Builders<BsonDocument>.Filter.Eq("name", name);
        return Json(users.Find(filter).FirstOrDefault());
    }
}
