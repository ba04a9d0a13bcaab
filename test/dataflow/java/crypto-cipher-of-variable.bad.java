import javax.crypto.Cipher;

class Box {
  private static String name(boolean old) {
    return old ? "DESede/CBC/PKCS5Padding" : "AES/GCM/NoPadding";
  }

  Cipher open(boolean old) throws Exception {
    return Cipher.getInstance(name(old)); // expect: CWE-327
  }
}
