import java.util.Arrays;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String[] a = {"x", input, "y"};
      String[] b = Arrays.copyOfRange(a, 2, 3);
      String value = b[0];
      Runtime.getRuntime().exec("ls " + value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
