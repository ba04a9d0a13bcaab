import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    StringBuilder page = new StringBuilder("<ul>");
    page.append("<li>").append(request.getParameter("item")).append("</li>");
    response.getWriter().print(page.toString()); // expect: CWE-79
  }
}
