public class ContinueController : Controller
{
    public Task<ContentResult> Show()
    {
        return new StreamReader(Request.Body).ReadToEndAsync().ContinueWith(done =>
            Content("<p>" + done.Result + "</p>", "text/html")); // expect: CWE-79
    }
}
