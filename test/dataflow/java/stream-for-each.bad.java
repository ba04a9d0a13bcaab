import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    List<String> lines = new ArrayList<>();
    Stream.of(request.getParameterValues("line")).forEach(line -> lines.add(line));
    response.getWriter().println(String.join("<br>", lines)); // expect: CWE-79
  }
}
