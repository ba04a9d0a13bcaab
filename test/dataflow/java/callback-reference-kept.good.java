import java.util.function.Consumer;
import java.util.*;
import javax.servlet.http.*;

class ReferenceKept extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    List<String> list = new ArrayList<>();
    Consumer<String> keep = list::add;
    keep.accept("k");
    String x = list.get(0) + p.length();
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
