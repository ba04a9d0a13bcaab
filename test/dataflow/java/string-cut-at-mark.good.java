import java.util.*;
import javax.servlet.http.*;

class CutAtMark extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    StringBuilder text = new StringBuilder("head");
    int mark = text.length();
    text.append(p);
    text.setLength(mark);
    String x = text.toString();
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
