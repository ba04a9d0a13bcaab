import java.util.*;
import javax.servlet.http.*;

class HiddenInDigits extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String digits = HexFormat.of().formatHex(p.getBytes());
    String x = digits;
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
