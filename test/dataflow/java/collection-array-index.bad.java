import java.io.FileInputStream;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String[] parts = new String[2];
    parts[0] = request.getParameter("name");
    parts[1] = "index.html";
    new FileInputStream("/srv/" + parts[0]).close(); // expect: CWE-22
  }
}
