import java.io.IOException;
import java.net.URLEncoder;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = URLEncoder.encode(request.getParameter("name"), "UTF-8");
    String shown = name.trim();
    response.getWriter().println("<p>" + shown + "</p>");
  }
}
