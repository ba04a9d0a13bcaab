import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    String[] all = new String[] {"a", request.getParameter("name")};
    String name = all[1];
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'"); // expect: CWE-89
  }
}
