import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      Map<String, String> m = new LinkedHashMap<>();
      m.put("k", input);
      String value = "";
      for (Map.Entry<String, String> e : m.entrySet()) {
        value += e.getKey() + "=";
      }
      Runtime.getRuntime().exec("ls " + value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
