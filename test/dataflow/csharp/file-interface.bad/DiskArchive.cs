public class DiskArchive : IArchive
{
    public byte[] Read(string name)
    {
        return File.ReadAllBytes("/srv/archive/" + name); // expect: CWE-22
    }
}
