public class SearchModel : PageModel
{
    public IActionResult OnGet(string term)
    {
        return Content("<p>No results for " + term + "</p>", "text/html"); // expect: CWE-79
    }
}
