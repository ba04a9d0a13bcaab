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
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add("ls " + request.getParameter("folder"));
    ProcessBuilder builder = new ProcessBuilder(command); // expect: CWE-78
    builder.start();
  }
}
