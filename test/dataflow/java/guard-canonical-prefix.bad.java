import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final File ROOT = new File("/srv/files");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    File file = new File(ROOT, request.getParameter("name"));
    if (!file.isAbsolute()) {
      throw new ServletException("name");
    }
    new FileInputStream(file).close(); // expect: CWE-22
  }
}
