import java.sql.Connection;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    Map.Entry<String, String> entry = Map.entry("kind", request.getParameter("name"));
    String name = entry.getValue();
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'"); // expect: CWE-89
  }
}
