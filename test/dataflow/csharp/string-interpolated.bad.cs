public class BookController : Controller
{
    public IActionResult Price(string title)
    {
        var expression = $"//book[title='{title}']/price";
        return Json(books.SelectSingleNode(expression).InnerText); // expect: CWE-643
    }
}
