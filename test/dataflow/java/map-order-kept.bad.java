import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Kept extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("b", "plain");
    all.put("a", name);
    Iterator<String> each = all.values().iterator();
    each.next();
    String shown = each.next();
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
