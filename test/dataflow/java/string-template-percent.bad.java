import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Percent extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String shown = String.format("%2$s: %1$s", name, "plain");
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
