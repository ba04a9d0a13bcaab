import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Absent extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Map<String, String> all = new HashMap<>();
    all.put("k", "plain");
    String shown = all.computeIfAbsent("other", key -> name);
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
