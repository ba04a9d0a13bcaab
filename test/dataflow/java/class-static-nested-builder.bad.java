import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Mailer extends HttpServlet {
  static class Message {
    String to = "";
    String body = "";

    Message to(String to) { this.to = to; return this; }
    Message body(String body) { this.body = body; return this; }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Message message = new Message().to("shop@example.com").body(request.getParameter("body"));
    response.getWriter().println("Sent to " + message.body); // expect: CWE-79
  }
}
