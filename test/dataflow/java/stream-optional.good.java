import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final Set<String> PAGES = Set.of("/home", "/cart");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String next = Optional.ofNullable(request.getParameter("next")).filter(PAGES::contains).orElse("/home");
    response.sendRedirect(next);
  }
}
