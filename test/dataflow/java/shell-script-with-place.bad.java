import java.util.*;
import javax.servlet.http.*;

class ScriptWithPlace extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String word = request.getParameter("word");
    new ProcessBuilder("sh", "-c", "echo " + word).start(); // expect: CWE-78
  }
}
