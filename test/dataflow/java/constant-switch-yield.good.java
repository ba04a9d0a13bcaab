import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    String mode = "plain";
    String kind = switch (mode) {
      case "plain":
        yield "book";
      default:
        yield name;
    };
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'");
  }
}
