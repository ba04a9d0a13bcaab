import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      StringBuilder b = new StringBuilder("x").append(input);
      b.deleteCharAt(b.length() - 1);
      String value = b.toString();
      new java.io.FileReader("/srv/" + value).read(); // expect: CWE-22
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
