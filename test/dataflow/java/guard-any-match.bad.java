import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  private static final List<String> OK = List.of("red", "green");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      if (OK.stream().anyMatch(o -> o.length() == input.length())) {
        log("same length");
      }
      String value = input;
      request.getSession().setAttribute("v", value); // expect: CWE-501
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
