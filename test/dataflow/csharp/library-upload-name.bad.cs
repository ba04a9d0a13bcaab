public class UploadFileController : Controller
{
    public async Task<IActionResult> Upload(IFormFile file)
    {
        using var stream = new FileStream("/srv/uploads/" + file.FileName, FileMode.Create); // expect: CWE-22
        await file.CopyToAsync(stream);
        return Ok();
    }
}
