import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    List<String> values = new ArrayList<>();
    values.add("safe");
    values.add(request.getParameter("v"));
    values.add("other");
    values.remove(0);
    Runtime.getRuntime().exec("echo " + values.get(1));
  }
}
