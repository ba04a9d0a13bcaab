import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Kept extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("b", "plain");
    all.put("a", name);
    String shown = all.values().iterator().next();
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
