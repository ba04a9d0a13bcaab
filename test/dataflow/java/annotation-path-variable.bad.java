import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Downloads {
  @GetMapping("/files/{name}")
  byte[] get(@PathVariable("name") String name) throws IOException {
    return Files.readAllBytes(Paths.get("/srv/files/" + name)); // expect: CWE-22
  }
}
