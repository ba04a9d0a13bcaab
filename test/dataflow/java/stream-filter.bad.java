import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  private static final Set<String> ALLOWED = Set.of("a.txt", "b.txt");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    List<String> names = Arrays.stream(request.getParameterValues("name"))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toList());
    for (String name : names) {
      new FileInputStream("/srv/" + name).close(); // expect: CWE-22
    }
  }
}
