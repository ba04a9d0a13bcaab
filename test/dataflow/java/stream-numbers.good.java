import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private Connection connection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String ids = Stream.of(request.getParameter("ids").split(","))
        .map(Long::valueOf)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT * FROM t WHERE id IN (" + ids + ")");
    } catch (SQLException error) {
      throw new ServletException(error);
    }
  }
}
