import java.util.Arrays;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String[] a = new String[3];
      a[0] = input;
      Arrays.fill(a, "f");
      String value = a[0];
      new java.io.FileReader("/srv/" + value).read();
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
