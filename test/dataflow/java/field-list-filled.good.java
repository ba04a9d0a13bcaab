import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    Words words = new Words();
    words.add("a");
    words.add("b");
    String name = words.text() + request.getParameter("name").length();
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'");
  }
}

class Words {
  private final java.util.List<String> all = new java.util.ArrayList<>();

  void add(String word) {
    all.add(word);
  }

  String text() {
    return String.join(" ", all);
  }
}
