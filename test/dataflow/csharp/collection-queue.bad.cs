public class QueueController : Controller
{
    public IActionResult Next(string name)
    {
        var queue = new Queue<string>();
        queue.Enqueue(name);
        queue.Enqueue("readme.txt");
        return Json(System.IO.File.ReadAllText("/srv/" + queue.Dequeue())); // expect: CWE-22
    }
}
