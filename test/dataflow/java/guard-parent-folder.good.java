import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;

class Pages {
  InputStream open(HttpServletRequest request) throws IOException {
    File folder = new File("/srv/pages");
    File file = new File(folder, request.getParameter("name"));
    if (!file.getCanonicalFile().getParentFile().equals(folder.getCanonicalFile())) {
      throw new IOException("no such page");
    }
    return new FileInputStream(file);
  }
}
