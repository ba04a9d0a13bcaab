import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = Optional.ofNullable(request.getParameter("v")).map(String::length).map(String::valueOf).orElse("d");
      String value = input;
      request.getSession().setAttribute("v", value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
