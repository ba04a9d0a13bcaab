import java.security.MessageDigest;
import java.util.*;
import javax.servlet.http.*;

class OfNewObject extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Plan plan = new Plan();
    MessageDigest.getInstance(plan.getHash()); // expect: CWE-328
  }

  static class Plan {
    private String hash = "MD5";

    String getHash() {
      return hash;
    }

    void setHash(String hash) {
      this.hash = hash;
    }
  }
}
