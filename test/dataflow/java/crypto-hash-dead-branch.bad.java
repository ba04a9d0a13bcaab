import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

class Sums {
  private static final boolean LEGACY = true;

  byte[] sum(byte[] data) throws NoSuchAlgorithmException {
    String name = "SHA-512";
    if (LEGACY) {
      name = "SHA-1";
    }
    return MessageDigest.getInstance(name).digest(data); // expect: CWE-328
  }
}
