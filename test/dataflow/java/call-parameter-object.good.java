import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Finder extends HttpServlet {
  static class Query {
    private String where;
    private String order;

    void setWhere(String where) { this.where = where; }
    void setOrder(String order) { this.order = order; }
    String getWhere() { return where; }
    String getOrder() { return order; }
  }

  private Connection connection;

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Query query = new Query();
    query.setWhere(request.getParameter("where"));
    query.setOrder("name");
    run(query);
  }

  private void run(Query query) {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT * FROM items ORDER BY " + query.getOrder());
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }
}
