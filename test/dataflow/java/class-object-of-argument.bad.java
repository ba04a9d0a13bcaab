import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  interface Shown {
    String show();
  }

  record Note(String text) implements Shown {
    public String show() { return text; }
  }

  record Blank(String text) implements Shown {
    public String show() { return ""; }
  }

  private static <T extends Shown> String render(T t) {
    return t.show();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String value = render(new Note(input));
      response.getWriter().println(value); // expect: CWE-79
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
