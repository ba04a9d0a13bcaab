public static class Inputs
{
    public static string Folder(HttpRequest request) => "/srv/public";
}
