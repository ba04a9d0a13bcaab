import org.owasp.encoder.Encode;
import java.util.*;
import javax.servlet.http.*;

class ForAnotherPlace extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String name = request.getParameter("name");
    String shown = Encode.forHtml(name);
    response.getWriter().println("<script>greet('" + shown + "');</script>"); // expect: CWE-79
  }
}
