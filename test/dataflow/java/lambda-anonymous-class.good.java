import java.io.IOException;
import java.util.concurrent.Callable;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String title = request.getParameter("title");
    Callable<String> task = new Callable<>() {
      @Override
      public String call() {
        return "<h1>" + Encode.forHtml(title) + "</h1>";
      }
    };
    try {
      response.getWriter().println(task.call());
    } catch (Exception error) {
      throw new ServletException(error);
    }
  }
}
