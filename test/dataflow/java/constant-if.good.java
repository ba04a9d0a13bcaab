import java.io.FileInputStream;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String folder = request.getParameter("folder");
    String path;
    int width = 3;
    if (7 * 18 + width > 130) {
      path = folder;
    } else {
      path = "reports";
    }
    new FileInputStream("/srv/" + path).close();
  }
}
