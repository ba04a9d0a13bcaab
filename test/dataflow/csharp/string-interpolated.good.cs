public class BookController : Controller
{
    public IActionResult Price(string title)
    {
        var expression = $"//book[title='{nameof(title)}']/price";
        return Json(books.SelectSingleNode(expression).InnerText);
    }
}
