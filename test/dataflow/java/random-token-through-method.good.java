import java.security.SecureRandom;

class Tokens {
  private final SecureRandom random = new SecureRandom();

  private String next() {
    return Long.toHexString(random.nextLong());
  }

  String reset() {
    String token = next();
    return "/reset/" + token;
  }
}
