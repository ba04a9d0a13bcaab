import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private Connection connection;

  private static boolean allowed(String table) {
    return Set.of("carts", "visits").contains(table);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String table = request.getParameter("table");
    if (!allowed(table)) return;
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE " + table);
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
