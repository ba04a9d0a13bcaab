public static class Inputs
{
    public static string Folder(HttpRequest request) => request.Query["folder"];
}
