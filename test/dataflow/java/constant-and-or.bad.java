import java.util.*;
import javax.servlet.http.*;

class AndOr extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    final boolean on = true;
    final boolean off = !on;
    String x = off || on ? p : "k";
    Runtime.getRuntime().exec("sh -c " + x); // expect: CWE-78
  }
}
