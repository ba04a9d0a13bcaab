import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  private static final int FLAGS = 6;

  void find(HttpServletRequest request, Connection db) throws Exception {
    String name = "none";
    if ((FLAGS & 1) != 0) {
      name = request.getParameter("name");
    }
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'");
  }
}
