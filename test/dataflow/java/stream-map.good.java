import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.util.HtmlUtils;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String page = Arrays.stream(request.getParameterValues("tag"))
        .map(tag -> "<li>" + HtmlUtils.htmlEscape(tag))
        .collect(Collectors.joining());
    response.getWriter().println(page);
  }
}
