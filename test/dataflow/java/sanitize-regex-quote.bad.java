import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String word = request.getParameter("word");
    Pattern pattern = Pattern.compile(word, Pattern.CASE_INSENSITIVE); // expect: CWE-1333
    log(pattern.pattern());
  }
}
