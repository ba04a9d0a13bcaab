import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;
import java.util.Map;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    Map<String, String> kinds = Map.of("a", "book", "b", name);
    String kind = kinds.get("a");
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'");
  }
}
