public class Cleaner
{
    public string Name { get; set; }

    public void Run()
    {
        System.IO.File.Delete("/srv/files/" + System.IO.Path.GetFileName(Name));
    }
}
