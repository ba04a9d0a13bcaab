import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

class Store {
  private final File folder;

  Store(File folder) {
    this.folder = folder;
  }

  public InputStream open(String name) throws IOException {
    return new FileInputStream(new File(folder, new File(name).getName()));
  }
}
