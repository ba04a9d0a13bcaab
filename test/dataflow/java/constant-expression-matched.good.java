import java.util.regex.*;
import javax.crypto.Cipher;
import java.util.*;
import javax.servlet.http.*;

class ExpressionMatched extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String cipher = "AES/GCM/NoPadding";
    Matcher match = Pattern.compile("([A-Z]+)/.*").matcher(cipher);
    Cipher.getInstance(match.matches() ? cipher : "DES");
  }
}
