import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;

class Fingerprint {
  byte[] of(byte[] data, Properties settings) throws NoSuchAlgorithmException {
    String name = settings.getProperty("hash", "SHA-256");
    MessageDigest digest = MessageDigest.getInstance(name);
    return digest.digest(data);
  }
}
