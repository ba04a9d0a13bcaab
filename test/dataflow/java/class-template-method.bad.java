import java.sql.Connection;
import java.sql.ResultSet;
import javax.servlet.http.HttpServletRequest;

class Items {
  ResultSet find(HttpServletRequest request, Connection db) throws Exception {
    String name = request.getParameter("name");
    String kind = new Plain().run(name);
    return db.createStatement().executeQuery("SELECT * FROM items WHERE kind = '" + kind + "'"); // expect: CWE-89
  }
}

abstract class Step {
  final String run(String text) {
    return "k" + change(text);
  }

  abstract String change(String text);
}

class Plain extends Step {
  String change(String text) {
    return text.trim();
  }
}
