import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Pieces extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String chosen = "a|b".split("\\|", 2)[1];
    String shown = chosen.equals("a") ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
