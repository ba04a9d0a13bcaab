import java.util.*;
import javax.servlet.http.*;

class Words extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    StringTokenizer words = new StringTokenizer("alpha;" + p, ";");
    String x = words.nextToken();
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
