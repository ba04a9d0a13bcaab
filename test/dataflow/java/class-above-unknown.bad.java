import java.io.*;
import java.util.*;
import javax.servlet.http.*;

class AboveUnknown extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    byte[] bytes = request.getInputStream().readAllBytes();
    Object state = new Plain(new ByteArrayInputStream(bytes)).readObject(); // expect: CWE-502
  }

  static class Plain extends ObjectInputStream {
    Plain(InputStream in) throws IOException { super(in); }
  }

  static class Choosy extends ObjectInputStream {
    Choosy(InputStream in) throws IOException { super(in); }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass each) throws IOException, ClassNotFoundException {
      if (!each.getName().equals("java.lang.Integer")) {
        throw new InvalidClassException(each.getName());
      }
      return super.resolveClass(each);
    }
  }
}
