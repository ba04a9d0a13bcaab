import java.util.*;
import javax.servlet.http.*;

class Counted extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String x = p;
    for (int round = 0; round < 3; round++) {
      if (round == 2) {
        x = "k";
      }
    }
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
