import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Asked extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Object any = "a";
    String shown = any instanceof Integer ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
