import java.io.FileInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String name = request.getParameter("name").trim().toLowerCase(Locale.ROOT).substring(1).replaceAll("[^a-z]", "");
    new FileInputStream("/srv/files/" + name).close();
  }
}
