import java.io.StringReader;
import javax.xml.parsers.*;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import java.util.*;
import javax.servlet.http.*;

class OfHandler extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    String text = request.getParameter("text");
    Document document = builder.parse(new InputSource(new StringReader(text))); // expect: CWE-611
  }
}
