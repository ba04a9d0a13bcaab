import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final Set<String> COLUMNS = Set.of("name", "price");
  private Connection connection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String column = request.getParameter("column");
    if (!COLUMNS.contains(column)) throw new ServletException("column");
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM t ORDER BY " + column)) {
      statement.executeQuery();
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
