import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Audit extends HttpServlet {
  private final List<String> commands = List.of("status", "version");

  private void withName(HttpServletRequest request, Consumer<String> action) {
    action.accept("nobody");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    withName(request, name -> {
      try {
        Runtime.getRuntime().exec("id " + name);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    });
  }
}
