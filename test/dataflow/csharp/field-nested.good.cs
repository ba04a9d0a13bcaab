public class Paths
{
    public string Input;
    public string Output;
}

public class Config
{
    public Paths Paths = new Paths();
}

public class NestedController : Controller
{
    public IActionResult Run(string folder)
    {
        var config = new Config();
        config.Paths.Input = folder;
        config.Paths.Output = "/srv/out";
        Process.Start("/bin/sh", "-c \"ls " + config.Paths.Output + "\"");
        return Ok();
    }
}
