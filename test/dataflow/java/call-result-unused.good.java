import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private String pick(String given, String fallback) {
    return fallback;
  }

  private void run(String argument) throws IOException {
    Runtime.getRuntime().exec("report " + argument);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String value = pick(request.getParameter("id"), "none");
    run(value);
  }
}
