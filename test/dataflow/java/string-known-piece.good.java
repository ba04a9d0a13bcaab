import java.util.*;
import javax.servlet.http.*;

class KnownPiece extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String[] parts = ("fixed|" + p).split("\\|");
    String x = parts[0];
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
