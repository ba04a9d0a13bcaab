import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  public String echo(String text) {
    return text;
  }

  public String fixed(String text) {
    return "fixed";
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    try {
      Object value = getClass().getMethod("fixed", String.class).invoke(this, request.getParameter("text"));
      response.getWriter().println(value);
    } catch (ReflectiveOperationException error) {
      throw new ServletException(error);
    }
  }
}
