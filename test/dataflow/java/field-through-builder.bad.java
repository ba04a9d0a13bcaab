import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    String name = Draft.empty().title("title").body(request.getParameter("name")).note().body();
    db.createStatement().executeQuery("SELECT * FROM items WHERE name = '" + name + "'"); // expect: CWE-89
  }
}

class Note {
  private final String title;
  private final String body;

  Note(String title, String body) {
    this.title = title;
    this.body = body;
  }

  String title() {
    return title;
  }

  String body() {
    return body;
  }
}

class Draft {
  private String title;
  private String body;

  static Draft empty() {
    return new Draft();
  }

  Draft title(String title) {
    this.title = title;
    return this;
  }

  Draft body(String body) {
    this.body = body;
    return this;
  }

  Note note() {
    return new Note(title, body);
  }
}
