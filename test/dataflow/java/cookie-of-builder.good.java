import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      response.addHeader("Set-Cookie", org.springframework.http.ResponseCookie.from("S", "v").secure(true).httpOnly(true).build().toString());
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
