import java.io.IOException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Object[] values = { request.getParameter("uid") };
    try {
      DirContext context = new InitialDirContext();
      String filter = "(uid={0})";
      context.search("ou=people", filter, values, new SearchControls());
    } catch (NamingException error) {
      throw new ServletException(error);
    }
  }
}
