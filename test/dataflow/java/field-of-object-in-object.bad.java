import java.sql.Connection;
import javax.servlet.http.HttpServletRequest;

class Items {
  void find(HttpServletRequest request, Connection db) throws Exception {
    Letter letter = new Letter(new Note("title", request.getParameter("name")));
    String name = letter.note().body();
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

class Letter {
  private final Note note;

  Letter(Note note) {
    this.note = note;
  }

  Note note() {
    return note;
  }
}
