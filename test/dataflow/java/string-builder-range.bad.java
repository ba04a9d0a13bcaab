import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Range extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    StringBuilder text = new StringBuilder("bxa");
    text.delete(0, 2);
    String chosen = text.toString();
    String shown = chosen.equals("a") ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
