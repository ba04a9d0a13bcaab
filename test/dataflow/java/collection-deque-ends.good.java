import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      Deque<String> d = new ArrayDeque<>();
      d.push("a");
      d.push(input);
      d.addLast("c");
      String value = d.peekLast();
      response.getWriter().println(value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
