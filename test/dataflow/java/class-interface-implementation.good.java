import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

interface Store {
  void save(String name, byte[] data) throws IOException;
}

class Disk implements Store {
  public void save(String name, byte[] data) throws IOException {
    Files.write(Paths.get("/data", UUID.randomUUID().toString()), data);
  }
}

@RestController
class Upload {
  private final Store store = new Disk();

  @PostMapping("/files")
  void upload(@RequestParam("file") MultipartFile file) throws IOException {
    store.save(file.getOriginalFilename(), file.getBytes());
  }
}
