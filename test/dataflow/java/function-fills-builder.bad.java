import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  private static void add(StringBuilder into, String text) {
    into.append("[").append(text).append("]");
  }

  void find(HttpServletRequest request, Connection db) throws Exception {
    StringBuilder text = new StringBuilder();
    add(text, request.getParameter("name"));
    String name = text.toString();
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'"); // expect: CWE-89
  }
}
