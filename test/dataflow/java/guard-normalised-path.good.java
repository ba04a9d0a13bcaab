import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Path root = Paths.get("/srv/files");
    Path path = root.resolve(request.getParameter("name")).normalize();
    if (!path.startsWith(root)) throw new ServletException("name");
    response.getOutputStream().write(Files.readAllBytes(path));
  }
}
