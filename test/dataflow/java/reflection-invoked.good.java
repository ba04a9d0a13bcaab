import java.lang.reflect.Method;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  static class Tools {
    public static String same(String s) { return s; }
    public static String none(String s) { return ""; }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      Method m = Tools.class.getMethod("none", String.class);
      String value = (String) m.invoke(null, input);
      request.getSession().setAttribute("v", value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
