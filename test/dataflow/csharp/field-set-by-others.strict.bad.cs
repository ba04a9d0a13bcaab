public class Cleaner
{
    public string Name { get; set; }

    public void Run()
    {
        System.IO.File.Delete("/srv/files/" + Name); // expect: CWE-22
    }
}
