public interface IArchive
{
    byte[] Read(string name);
}
