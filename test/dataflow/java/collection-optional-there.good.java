import java.util.*;
import javax.servlet.http.*;

class OptionalThere extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String x = Optional.of("k").orElse(p);
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
