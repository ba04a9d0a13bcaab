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
      String value = Mode.OFF.on(input);
      new java.io.FileReader("/srv/" + value).read();
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
