public class UploadFileController : Controller
{
    public async Task<IActionResult> Upload(IFormFile file)
    {
        using var stream = new FileStream("/srv/uploads/" + Guid.NewGuid(), FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }
}
