import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    try {
      Class.forName(request.getParameter("type")).getDeclaredConstructor().newInstance(); // expect: CWE-470
    } catch (ReflectiveOperationException error) {
      throw new ServletException(error);
    }
  }
}
