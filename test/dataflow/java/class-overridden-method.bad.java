import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.util.HtmlUtils;

abstract class Encoder {
  abstract String encode(String text);
}

class Plain extends Encoder {
  String encode(String text) { return text; }
}

class Html extends Encoder {
  String encode(String text) { return HtmlUtils.htmlEscape(text); }
}

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Encoder encoder = new Plain();
    response.getWriter().print(encoder.encode(request.getParameter("title"))); // expect: CWE-79
  }
}
