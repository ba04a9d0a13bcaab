import java.io.IOException;
import java.util.function.Function;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Function<String, String> wrap = text -> "<p>" + text + "</p>";
    response.getWriter().println(wrap.apply(request.getParameter("text"))); // expect: CWE-79
  }
}
