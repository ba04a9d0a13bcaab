import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Looped extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String shown = "";
    for (String each : new String[] {name, "a"}) {
      shown = each;
    }
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
