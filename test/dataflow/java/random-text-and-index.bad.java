import java.util.*;
import javax.servlet.http.*;

class TextAndIndex extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Random random = new Random();
    String[] tips = {"sea", "hill"};
    String code = Long.toHexString(random.nextLong()); // expect: CWE-330
    request.getSession().setAttribute("code", code);
  }
}
