import java.util.stream.Collectors;
import java.util.*;
import javax.servlet.http.*;

class CheckedByReference extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String p = request.getParameter("p");
    String x = p.chars().filter(Character::isDigit).mapToObj(Character::toString).collect(Collectors.joining());
    Runtime.getRuntime().exec("sh -c " + x);
  }
}
