import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final boolean REMOTE = false;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String host = request.getParameter("host");
    if (REMOTE) {
      Runtime.getRuntime().exec("ping " + host);
    }
  }
}
