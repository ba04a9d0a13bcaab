import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String value = URLDecoder.decode(request.getHeader("X-Page"), "UTF-8");
    byte[] bytes = Base64.getDecoder().decode(Base64.getEncoder().encode(value.getBytes(StandardCharsets.UTF_8)));
    response.getWriter().print(bytes.length);
  }
}
