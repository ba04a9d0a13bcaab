import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    try {
      XPath xpath = XPathFactory.newInstance().newXPath();
      String number = request.getParameter("number");
      xpath.evaluate("/rows/row[" + number + "]", new org.xml.sax.InputSource("rows.xml")); // expect: CWE-643
    } catch (javax.xml.xpath.XPathExpressionException error) {
      throw new ServletException(error);
    }
  }
}
