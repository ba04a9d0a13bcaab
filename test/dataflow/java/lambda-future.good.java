import java.io.IOException;
import java.net.URL;
import java.util.concurrent.CompletableFuture;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String host = request.getParameter("host");
    CompletableFuture<String> address = CompletableFuture.supplyAsync(() -> host)
        .thenApply(name -> "http://" + "localhost" + "/");
    new URL(address.join()).openStream().close();
  }
}
