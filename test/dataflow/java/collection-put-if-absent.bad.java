import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

class Pages {
  InputStream open(HttpServletRequest request) throws IOException {
    Map<String, String> names = new HashMap<>();
    names.putIfAbsent("page", request.getParameter("page"));
    names.putIfAbsent("page", "home");
    return new FileInputStream("/srv/pages/" + names.get("page")); // expect: CWE-22
  }
}
