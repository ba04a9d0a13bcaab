import java.util.*;
import javax.servlet.http.*;

class SwitchedByArgument extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Cookie cookie = new Cookie("sid", UUID.randomUUID().toString());
    harden(cookie, "on".equals("off"));
    response.addCookie(cookie); // expect: CWE-614
  }

  private static void harden(Cookie cookie, boolean encrypted) {
    cookie.setHttpOnly(true);
    cookie.setSecure(encrypted);
  }
}
