import javax.naming.directory.*;
import org.springframework.ldap.filter.*;
import java.util.*;
import javax.servlet.http.*;

class LdapFilterClass extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    DirContext context = new InitialDirContext();
    String name = request.getParameter("name");
    context.search("ou=people", new EqualsFilter("uid", name).encode(), null);
  }
}
