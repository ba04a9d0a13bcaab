import java.io.FileInputStream;
import java.security.MessageDigest;
import java.util.Properties;

class Sums {
  byte[] sum(byte[] content, String path) throws Exception {
    Properties settings = new Properties();
    settings.load(new FileInputStream(path));
    return MessageDigest.getInstance(settings.getProperty("sum", "MD5")).digest(content); // expect: CWE-328
  }
}
