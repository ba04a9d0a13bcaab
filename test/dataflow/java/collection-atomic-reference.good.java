import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicReference;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    AtomicReference<String> held = new AtomicReference<>(name);
    held.set("book");
    String kind = held.get();
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'");
  }
}
