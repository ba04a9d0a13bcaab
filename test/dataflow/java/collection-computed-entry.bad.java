import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    Map<String, List<String>> byKind = new HashMap<>();
    byKind.computeIfAbsent("all", key -> new ArrayList<>()).add(name);
    String kind = byKind.get("all").get(0);
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'"); // expect: CWE-89
  }
}
