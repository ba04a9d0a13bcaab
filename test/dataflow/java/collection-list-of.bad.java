import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;
import java.util.List;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    String kind = List.of("book", name).get(1);
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'"); // expect: CWE-89
  }
}
