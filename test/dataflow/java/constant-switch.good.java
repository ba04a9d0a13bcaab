import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String guess = "ABC";
    char target = guess.charAt(2);
    String value;
    switch (target) {
      case 'A':
        value = request.getHeader("X-Value");
        break;
      case 'B':
        value = request.getHeader("X-Value");
        break;
      default:
        value = "fixed";
        break;
    }
    response.getWriter().println(value);
  }
}
