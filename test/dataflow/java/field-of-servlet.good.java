import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Counter extends HttpServlet {
  private String last = "";

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    last = Encode.forHtml(request.getParameter("name"));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().println("Last: " + last);
  }
}
