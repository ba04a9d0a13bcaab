import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.*;
import javax.servlet.http.*;

class OfHandler extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enableDefaultTyping();
    String text = request.getParameter("state");
    request.setAttribute("state", mapper.readValue("[]", Object.class));
    request.setAttribute("length", text.length());
  }
}
