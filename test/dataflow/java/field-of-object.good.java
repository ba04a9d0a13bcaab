import java.io.FileInputStream;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Box {
  String label;
  String path;
}

class Shelf extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Box box = new Box();
    box.label = request.getParameter("label");
    box.path = "/srv/box.txt";
    new FileInputStream(box.path).close();
  }
}
