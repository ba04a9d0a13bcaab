import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Handler extends HttpServlet {
  private Connection connection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String name = Encode.forHtml(request.getParameter("name"));
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM t WHERE n = ?")) {
      statement.setString(1, name);
      statement.executeQuery();
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
