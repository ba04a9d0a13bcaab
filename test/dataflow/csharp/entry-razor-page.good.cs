public class SearchModel : PageModel
{
    public IActionResult OnGet(string term)
    {
        return Content("<p>No results for " + HtmlEncoder.Default.Encode(term) + "</p>", "text/html");
    }
}
