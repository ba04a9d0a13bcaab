import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class MergedFirst extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Map<String, String> all = new HashMap<>();
    all.merge("k", name, (before, after) -> before);
    String shown = all.get("k");
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
