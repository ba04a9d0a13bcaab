public class ArchiveController : Controller
{
    private readonly IArchive archive;

    public ArchiveController(IArchive archive) => this.archive = archive;

    public IActionResult Get(string name) => File(archive.Read(name), "application/pdf");
}
