import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Skipped extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String shown = Stream.of(name, "b", name).skip(1).limit(1).findFirst().get();
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
