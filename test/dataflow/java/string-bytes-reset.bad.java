import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Bytes extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.writeBytes("b".getBytes());
    out.reset();
    out.writeBytes("a".getBytes());
    String chosen = out.toString();
    String shown = chosen.equals("a") ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>"); // expect: CWE-79
  }
}
