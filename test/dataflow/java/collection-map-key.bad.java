import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Map<String, String> values = new HashMap<>();
    values.put("a", "constant");
    values.put("b", request.getParameter("b"));
    response.getWriter().println(values.get("b")); // expect: CWE-79
  }
}
