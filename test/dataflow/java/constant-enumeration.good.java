import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  enum Mode {
    OPEN,
    CLOSED
  }

  void find(HttpServletRequest request, Connection db) throws Exception {
    Mode mode = Mode.CLOSED;
    String name;
    switch (mode) {
      case OPEN:
        name = request.getParameter("name");
        break;
      default:
        name = "none";
    }
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'");
  }
}
