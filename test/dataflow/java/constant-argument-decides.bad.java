import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  private static boolean isOn(int n) {
    return n > 2;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      String value = "o";
      if (isOn(3)) {
        value = input;
      }
      request.getSession().setAttribute("v", value); // expect: CWE-501
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
