import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final Pattern ID = Pattern.compile("[0-9]+");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String id = request.getParameter("id");
    Matcher matcher = ID.matcher(id);
    if (!matcher.find()) throw new ServletException("id");
    response.getWriter().println("<b>" + id + "</b>"); // expect: CWE-79
  }
}
