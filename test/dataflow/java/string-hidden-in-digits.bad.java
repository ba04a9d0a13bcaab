import java.util.*;
import javax.servlet.http.*;

class HiddenInDigits extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String digits = HexFormat.of().formatHex(p.getBytes());
    String x = new String(HexFormat.of().parseHex(digits));
    Runtime.getRuntime().exec("sh -c " + x); // expect: CWE-78
  }
}
