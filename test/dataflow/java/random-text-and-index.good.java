import java.util.*;
import javax.servlet.http.*;

class TextAndIndex extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Random random = new Random();
    String[] tips = {"sea", "hill"};
    String tip = tips[random.nextInt(tips.length)];
    request.getSession().setAttribute("tip", tip);
  }
}
