import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Page extends HttpServlet {
  static class Form {
    String name;
    int age;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      Form f = new com.google.gson.Gson().fromJson(request.getReader(), Form.class);
      String input = "" + f.age;
      String value = input;
      new java.io.FileReader("/srv/" + value).read();
    } catch (Exception error) {
      log("failed", error);
    }
  }
}
