import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Template extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String shown = java.text.MessageFormat.format("{0}!", "plain", name);
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
