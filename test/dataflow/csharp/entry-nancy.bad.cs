public class RunModule : NancyModule
{
    public RunModule()
    {
        Get["/run/{folder}"] = parameters =>
        {
            System.Diagnostics.Process.Start("/bin/sh", "-c \"ls " + (string)parameters.folder + "\""); // expect: CWE-78
            return 200;
        };
    }
}
