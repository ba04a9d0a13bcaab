import java.util.regex.*;
import java.util.*;
import javax.servlet.http.*;

class GroupOfMatch extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    Matcher match = Pattern.compile("([a-z]+)=(.*)").matcher(p);
    String x = match.matches() ? match.group(2) : "k";
    Runtime.getRuntime().exec("sh -c " + x); // expect: CWE-78
  }
}
