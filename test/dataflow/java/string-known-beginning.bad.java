import java.util.*;
import javax.servlet.http.*;

class KnownBeginning extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String all = "fixed:" + p;
    String x = all.substring(6);
    Runtime.getRuntime().exec("sh -c " + x); // expect: CWE-78
  }
}
