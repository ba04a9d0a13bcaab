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
      Arrays.fill(a, input);
      String value = a[2];
      new java.io.FileReader("/srv/" + value).read(); // expect: CWE-22
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
