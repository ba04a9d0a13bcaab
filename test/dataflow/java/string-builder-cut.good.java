import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      StringBuilder b = new StringBuilder(input);
      b.delete(0, b.length());
      b.append("z");
      String value = b.toString();
      new java.io.FileReader("/srv/" + value).read();
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
