import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

class Pages {
  InputStream open(HttpServletRequest request) throws IOException {
    Map<String, String> names = new HashMap<>();
    names.putIfAbsent("page", "home");
    names.putIfAbsent("page", request.getParameter("page"));
    return new FileInputStream("/srv/pages/" + names.get("page"));
  }
}
