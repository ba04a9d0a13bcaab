import java.util.Random;

class Tokens {
  private final Random random = new Random();

  private String next() {
    return Long.toHexString(random.nextLong());
  }

  String reset() {
    String token = next(); // expect: CWE-338
    return "/reset/" + token;
  }
}
