import java.util.Arrays;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  private static final String[] OK = {"green", "red"};

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      if (Arrays.binarySearch(OK, input) < 0) {
        throw new ServletException("no");
      }
      String value = input;
      Runtime.getRuntime().exec("ls " + value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
