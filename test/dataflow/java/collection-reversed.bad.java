import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      List<String> l = Arrays.asList(input, "b");
      Collections.reverse(l);
      String value = l.get(1);
      new java.io.FileReader("/srv/" + value).read(); // expect: CWE-22
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
