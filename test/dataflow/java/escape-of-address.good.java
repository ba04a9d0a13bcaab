import org.owasp.encoder.Encode;
import java.util.*;
import javax.servlet.http.*;

class OfAddress extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String next = Encode.forHtmlAttribute(request.getParameter("next"));
    StringBuilder page = new StringBuilder();
    page.append("<a class=\"next\" href=\"/list?from=").append(next).append("\">on</a>");
  }
}
