import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Notes {
  static class Note {
    public String title;
    public int number;
  }

  private JdbcTemplate jdbcTemplate;

  @PostMapping("/notes")
  void add(@RequestBody Note note) {
    jdbcTemplate.update("INSERT INTO notes VALUES ('" + note.title + "')"); // expect: CWE-89
  }
}
