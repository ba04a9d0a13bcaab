import ratpack.handling.Context;

class Run {
  void run(Context ctx) throws Exception {
    Runtime.getRuntime().exec("ls " + ctx.getPathTokens().get("folder")); // expect: CWE-78
  }
}
