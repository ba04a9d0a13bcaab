import java.io.IOException;
import java.net.URL;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private void handle(String host) throws IOException {
    fetch("http://" + host + "/status");
  }

  private void fetch(String address) throws IOException {
    new URL(address).openStream().close(); // expect: CWE-918
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    handle(request.getHeader("X-Host"));
  }
}
