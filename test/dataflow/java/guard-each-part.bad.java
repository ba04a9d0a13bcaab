import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;

class Pages {
  InputStream open(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name");
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        continue;
      }
    }
    return new FileInputStream(new File("/srv/pages", name)); // expect: CWE-22
  }
}
