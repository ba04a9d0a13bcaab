import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Range extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    StringBuilder text = new StringBuilder("abx");
    text.delete(0, 1);
    text.setLength(1);
    String chosen = text.toString();
    String shown = chosen.equals("a") ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
