class Menu {
  public String entry(String label) {
    StringBuilder html = new StringBuilder();
    html.append("<li class=\"entry\">");
    html.append(label); // expect: CWE-79
    html.append("</li>");
    return html.toString();
  }
}
