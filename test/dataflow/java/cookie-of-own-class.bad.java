import java.util.*;
import javax.servlet.http.*;

class OfOwnClass extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.addCookie(new Session(UUID.randomUUID().toString())); // expect: CWE-614
  }

  static class Session extends Cookie {
    Session(String value) {
      super("sid", value);
      setHttpOnly(true);
    }
  }
}
