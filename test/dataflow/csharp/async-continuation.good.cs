public class ContinueController : Controller
{
    public Task<ContentResult> Show()
    {
        return new StreamReader(Request.Body).ReadToEndAsync().ContinueWith(done =>
            Content("<p>" + done.Result.Length + "</p>", "text/html"));
    }
}
