import java.io.IOException;
import java.util.function.Supplier;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String value = request.getParameter("value");
    Supplier<String> supplier = () -> value;
    Runtime.getRuntime().exec("tool " + supplier.get()); // expect: CWE-78
  }
}
