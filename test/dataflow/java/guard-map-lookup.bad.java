import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final Map<String, String> COLUMNS = Map.of("n", "name", "p", "price");
  private Connection connection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String column = COLUMNS.getOrDefault(request.getParameter("sort"), request.getParameter("sort"));
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT * FROM t ORDER BY " + column); // expect: CWE-89
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
