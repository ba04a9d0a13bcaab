import java.io.FileInputStream;
import java.net.URLDecoder;
import java.util.*;
import javax.servlet.http.*;

class PathThenDecoded extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String name = request.getParameter("name");
    if (name.contains("..")) {
      return;
    }
    new FileInputStream("/srv/files/" + name).close();
  }
}
