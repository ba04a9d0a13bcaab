import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Cookie[] cookies = request.getCookies();
    String theme = "light";
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals("theme")) theme = cookie.getValue();
    }
    request.getSession().setAttribute("theme", theme); // expect: CWE-501
  }
}
