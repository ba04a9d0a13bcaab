import java.util.*;
import javax.servlet.http.*;

class ArrayCopied extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String[] from = {"k", p};
    String[] into = new String[2];
    System.arraycopy(from, 1, into, 0, 1);
    String x = into[0];
    Runtime.getRuntime().exec("sh -c " + x); // expect: CWE-78
  }
}
