import java.util.*;
import javax.servlet.http.*;

class KnownToCome extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String x = "k";
    try {
      Integer.parseInt("twelve");
      x = p;
    } catch (NumberFormatException error) {
      log("none");
    }
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
