import java.util.*;
import javax.servlet.http.*;

class LettersBetween extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    StringBuilder kept = new StringBuilder();
    for (char letter : p.toCharArray()) {
      if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
        kept.append(letter);
      }
    }
    String x = kept.toString();
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
