import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String format = request.getParameter("format");
    switch (format) {
      case "pdf":
      case "csv":
        break;
      default:
        log("unusual format");
        break;
    }
    Runtime.getRuntime().exec("export --to " + format); // expect: CWE-78
  }
}
