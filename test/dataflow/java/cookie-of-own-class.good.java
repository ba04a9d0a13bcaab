import java.util.*;
import javax.servlet.http.*;

class OfOwnClass extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.addCookie(new Session(UUID.randomUUID().toString()));
  }

  static class Session extends Cookie {
    Session(String value) {
      super("sid", value);
      setHttpOnly(true);
      setSecure(true);
    }
  }
}
