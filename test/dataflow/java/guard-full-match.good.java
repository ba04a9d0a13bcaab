import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String zone = request.getParameter("zone");
    if (!zone.matches("[a-z]{2,8}")) {
      response.sendError(400);
      return;
    }
    Runtime.getRuntime().exec("zonectl " + zone);
  }
}
