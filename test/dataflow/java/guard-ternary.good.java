import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private Connection connection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String order = request.getParameter("order");
    String direction = "desc".equals(order) ? order : "asc";
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM t ORDER BY name " + direction)) {
      statement.executeQuery();
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
