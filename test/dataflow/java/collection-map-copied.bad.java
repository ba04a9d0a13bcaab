import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("a", request.getParameter("name"));
    all.put("b", "fixed");
    String name = new HashMap<>(all).get("a");
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'"); // expect: CWE-89
  }
}
