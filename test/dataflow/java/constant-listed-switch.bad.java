import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  enum Mode {
    RAW, OFF;
    String on(String t) {
      switch (this) {
        case RAW: return t;
        default: return "off";
      }
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String value = Mode.RAW.on(input);
      new java.io.FileReader("/srv/" + value).read(); // expect: CWE-22
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
