public class Form {
  private const string Page = "<form action='{uri}'></form>";

  public string Render(string uri) {
    var html = Page;
    return html.Replace("{uri}", HtmlEncoder.Default.Encode(uri));
  }
}
