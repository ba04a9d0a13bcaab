import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;
import java.util.List;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    StringBuilder joined = new StringBuilder();
    List.of("book", "disc").forEach(joined::append);
    String kind = joined.toString();
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'");
  }
}
