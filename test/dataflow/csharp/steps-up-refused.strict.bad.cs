using System.Reflection;

public class Plugins
{
    public static object Load(string name)
    {
        var path = System.AppContext.BaseDirectory + name + ".dll";
        return Assembly.LoadFrom(path); // expect: CWE-22
    }
}
