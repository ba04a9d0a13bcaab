import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String size = request.getParameter("size");
    try {
      Integer.parseInt(size);
    } catch (NumberFormatException error) {
      size = "10";
    }
    Runtime.getRuntime().exec("resize " + size);
  }
}
