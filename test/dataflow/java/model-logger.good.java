import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Login extends HttpServlet {
  private static final Logger LOG = LoggerFactory.getLogger(Login.class);

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user");
    LOG.warn("Login failed for {}", user.length());
  }
}
