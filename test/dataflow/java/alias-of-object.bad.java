import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Holder { String value = "none"; }

class Alias extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Holder one = new Holder();
    Holder two = one;
    fill(two, request.getQueryString());
    response.getWriter().println(one.value); // expect: CWE-79
  }

  private void fill(Holder holder, String value) {
    holder.value = value;
  }
}
