import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  static class Pair2 {
    final String first;
    final String second;
    Pair2(String one) { this("none", one); }
    Pair2(String a, String b) { first = a; second = b; }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String value = new Pair2(input).first;
      response.getWriter().println(value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
