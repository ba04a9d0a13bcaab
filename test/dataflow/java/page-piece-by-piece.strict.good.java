class Menu {
  public String entry(String label) {
    StringBuilder html = new StringBuilder();
    html.append("<li class=\"entry\">");
    html.append(escapeHtml(label));
    html.append("</li>");
    return html.toString();
  }
}
