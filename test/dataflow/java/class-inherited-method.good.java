import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

abstract class Base extends HttpServlet {
  protected String input(HttpServletRequest request) {
    return "all";
  }
}

class Search extends Base {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().write("<b>" + input(request) + "</b>");
  }
}
