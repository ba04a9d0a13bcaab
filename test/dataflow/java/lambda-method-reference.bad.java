import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    UnaryOperator<String> encode = String::trim;
    response.getWriter().print(encode.apply(request.getParameter("text"))); // expect: CWE-79
  }
}
