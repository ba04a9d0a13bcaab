import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  private static final String[] OK = {"green", "red"};

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String value = input;
      Runtime.getRuntime().exec("ls " + value); // expect: CWE-78
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
