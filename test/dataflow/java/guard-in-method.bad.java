import java.io.FileInputStream;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static void check(String path) throws ServletException {
    if (path.isEmpty()) throw new ServletException("path");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String path = request.getParameter("path");
    check(path);
    new FileInputStream("/srv/" + path).close(); // expect: CWE-22
  }
}
