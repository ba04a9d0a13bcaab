import java.util.ArrayList;
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
      List<String> l = new ArrayList<>(List.of("a", input));
      Collections.swap(l, 0, 1);
      String value = l.get(1);
      request.getSession().setAttribute("v", value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
