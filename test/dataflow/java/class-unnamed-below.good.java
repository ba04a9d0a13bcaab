import java.util.*;
import java.util.stream.Stream;
import javax.servlet.http.*;

class Framed extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    Frame frame = new Frame() {
      @Override
      String body(String text) {
        return String.valueOf(text.length());
      }
    };
    String shown = frame.render(name);
    response.getWriter().write("<p>" + shown + "</p>");
  }

  abstract static class Frame {
    String render(String text) {
      return "- " + body(text);
    }

    abstract String body(String text);
  }
}
