import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;

class Fingerprint {
  byte[] of(byte[] data, Properties settings) throws NoSuchAlgorithmException {
    String name = settings.getProperty("hash", "MD5");
    MessageDigest digest = MessageDigest.getInstance(name); // expect: CWE-328
    return digest.digest(data);
  }
}
