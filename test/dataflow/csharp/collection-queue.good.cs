public class QueueController : Controller
{
    public IActionResult Next(string name)
    {
        var queue = new Queue<string>();
        queue.Enqueue("readme.txt");
        queue.Enqueue(name);
        return Json(System.IO.File.ReadAllText("/srv/" + queue.Dequeue()));
    }
}
