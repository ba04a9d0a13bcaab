[ServiceContract]
public class Files
{
    [OperationContract]
    public void Run(string folder)
    {
        System.Diagnostics.Process.Start("/bin/sh", "-c \"ls " + folder + "\""); // expect: CWE-78
    }
}
