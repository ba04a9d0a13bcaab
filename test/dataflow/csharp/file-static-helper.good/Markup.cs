namespace Shop;

public static class Markup
{
    public static string Bold(string text) => "<b>" + WebUtility.HtmlEncode(text) + "</b>";
}
