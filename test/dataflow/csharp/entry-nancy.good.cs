public class RunModule : NancyModule
{
    public RunModule()
    {
        Get["/run/{folder}"] = parameters =>
        {
            System.Diagnostics.Process.Start("/bin/sh", "-c \"ls /srv\"");
            return 200;
        };
    }
}
