import java.util.*;
import javax.servlet.http.*;

class KindOfObject extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    Object given = p;
    String x = given instanceof Integer ? given.toString() : "k";
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
