import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Defaults extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Properties all = new Properties();
    all.setProperty("a", "plain");
    String shown = all.getProperty("b", name);
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
