import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  interface Codec {
    String code(String s);
  }

  static Codec make(String kind) {
    if ("plain".equals(kind)) {
      return new Plain();
    }
    return new Blank();
  }

  static class Plain implements Codec {
    public String code(String s) { return s; }
  }

  static class Blank implements Codec {
    public String code(String s) { return "b"; }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      Codec c = make("plain");
      String value = c.code(input);
      Runtime.getRuntime().exec("ls " + value); // expect: CWE-78
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
