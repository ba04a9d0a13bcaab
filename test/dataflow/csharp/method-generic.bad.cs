public class Box<T>
{
    private T value;

    public void Put(T value) => this.value = value;

    public T Get() => value;
}

public class BoxController : Controller
{
    public IActionResult Find(string name)
    {
        var box = new Box<string>();
        box.Put(name);
        return Json(connection.Query("SELECT * FROM Users WHERE Name = '" + box.Get() + "'")); // expect: CWE-89
    }
}
