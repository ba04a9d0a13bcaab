import java.util.*;
import javax.servlet.http.*;

class InSingleQuotes extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String name = StringEscapeUtils.escapeHtml4(request.getParameter("name"));
    response.getWriter().printf("<input name=q value='%s'>", name); // expect: CWE-79
  }
}
