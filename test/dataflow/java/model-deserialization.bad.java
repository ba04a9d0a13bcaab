import java.io.IOException;
import java.io.ObjectInputStream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    try (ObjectInputStream in = new ObjectInputStream(request.getInputStream())) {
      Object state = in.readObject(); // expect: CWE-502
      log(String.valueOf(state));
    } catch (ClassNotFoundException error) {
      throw new ServletException(error);
    }
  }
}
