import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Deque<String> queue = new ArrayDeque<>();
    queue.addLast("nightly");
    Runtime.getRuntime().exec(queue.pollFirst());
  }
}
