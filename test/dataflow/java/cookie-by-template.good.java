import java.util.*;
import javax.servlet.http.*;

class ByTemplate extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String id = UUID.randomUUID().toString();
    response.addHeader("Set-Cookie", String.format("sid=%s; HttpOnly; Secure", id));
  }
}
