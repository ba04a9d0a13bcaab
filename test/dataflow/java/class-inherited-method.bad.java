import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

abstract class Base extends HttpServlet {
  protected String input(HttpServletRequest request) {
    return request.getParameter("q");
  }
}

class Search extends Base {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().write("<b>" + input(request) + "</b>"); // expect: CWE-79
  }
}
