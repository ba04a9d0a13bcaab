import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      StringBuilder b = new StringBuilder();
      for (int i = 0; i < input.length(); i++) {
        char c = input.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          b.append(c);
        }
      }
      String value = b.toString();
      response.getWriter().println(value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
