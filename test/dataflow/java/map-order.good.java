import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Ordered extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Map<String, String> all = new TreeMap<>();
    all.put("b", name);
    all.put("a", "plain");
    String shown = all.values().iterator().next();
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
