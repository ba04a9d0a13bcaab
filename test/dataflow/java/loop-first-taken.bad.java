import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Taken extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String shown = "";
    for (String each : List.of(name, "a")) {
      shown = each;
      break;
    }
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
