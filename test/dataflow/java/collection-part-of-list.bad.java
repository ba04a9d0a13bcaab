import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    List<String> all = Arrays.asList("a", request.getParameter("name"), "c");
    String name = all.subList(1, 3).get(0);
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'"); // expect: CWE-89
  }
}
