import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      String input = request.getParameter("v");
      Codec codec = (Codec) Class.forName("Blank").getDeclaredConstructor().newInstance();
      String value = codec.code(input);
      response.getWriter().println(value);
    } catch (Exception error) {
      log("failed", error);
    }
  }
}

interface Codec {
  String code(String text);
}

class Plain implements Codec {
  public String code(String text) {
    return text;
  }
}

class Blank implements Codec {
  public String code(String text) {
    return "";
  }
}
