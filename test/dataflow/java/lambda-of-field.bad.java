import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  interface Codec {
    String code(String s);
  }

  private final Codec codec = new Plain();
  private final Codec blank = s -> "";

  static class Plain implements Codec {
    public String code(String s) { return new String(s.getBytes()); }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      Codec c = this.codec;
      String value = c.code(input);
      response.getWriter().println(value); // expect: CWE-79
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
