using System.Reflection;

public class Plugins
{
    public static object Load(string name)
    {
        var path = System.AppContext.BaseDirectory + name + ".dll";
        if (path.Contains("..") || path.Contains(':'))
            throw new System.TypeLoadException(path);
        return Assembly.LoadFrom(path);
    }
}
