import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    Object given = name;
    String kind = given instanceof String text ? text : "book";
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'"); // expect: CWE-89
  }
}
