import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  enum Kind {
    OPEN(true), SHUT(false);
    final boolean open;
    Kind(boolean o) { open = o; }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String value = Kind.SHUT.open ? input : "c";
      Runtime.getRuntime().exec("ls " + value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
