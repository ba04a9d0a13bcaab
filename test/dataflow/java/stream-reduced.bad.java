import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Reduced extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String shown = Stream.of("a", "b", name).reduce((one, other) -> other).get();
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
