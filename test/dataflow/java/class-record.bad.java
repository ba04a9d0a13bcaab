import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

record Point(String label, String colour) {
  static Point of(HttpServletRequest request) {
    return new Point(request.getParameter("label"), "red");
  }
}

class Chart extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Point point = Point.of(request);
    response.getWriter().println("<i>" + point.label() + "</i>"); // expect: CWE-79
  }
}
