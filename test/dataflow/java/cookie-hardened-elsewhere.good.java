import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  private static void fit(javax.servlet.http.Cookie c) {
    c.setMaxAge(30);
    c.setSecure(true);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      javax.servlet.http.Cookie c = new javax.servlet.http.Cookie("S", "v");
      fit(c);
      response.addCookie(c);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
