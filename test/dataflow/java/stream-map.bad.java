import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String page = Arrays.stream(request.getParameterValues("tag"))
        .map(tag -> "<li>" + tag)
        .collect(Collectors.joining());
    response.getWriter().println(page); // expect: CWE-79
  }
}
