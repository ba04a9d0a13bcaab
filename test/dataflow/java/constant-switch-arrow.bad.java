import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    int mode = 2;
    String kind = switch (mode) {
      case 1 -> "book";
      case 2 -> name;
      default -> name;
    };
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'"); // expect: CWE-89
  }
}
