import java.util.*;
import javax.servlet.http.*;

class Counted extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String x = "k";
    for (int round = 0; round < 3; round++) {
      if (round == 2) {
        x = p;
      }
    }
    Runtime.getRuntime().exec("sh -c " + x); // expect: CWE-78
  }
}
