import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private String repeat(String text, int times) {
    return times == 0 ? "" : text + repeat(text, times - 1);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    response.getWriter().print(repeat(request.getParameter("mark"), 3)); // expect: CWE-79
  }
}
