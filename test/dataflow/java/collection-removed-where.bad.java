import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Removed extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Set<String> all = new LinkedHashSet<>();
    all.add("a");
    all.add("b");
    all.removeIf(each -> !each.equals("a"));
    String chosen = all.iterator().next();
    String shown = chosen.equals("a") ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
