import java.io.IOException;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final List<String> PAGES = List.of("/home", "/cart");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String next = request.getParameter("next");
    if (PAGES.contains(next)) {
      response.sendRedirect(next);
    } else {
      response.sendRedirect("/home");
    }
  }
}
