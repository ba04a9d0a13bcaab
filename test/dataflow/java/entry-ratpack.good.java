import ratpack.handling.Context;

class Run {
  void run(Context ctx) throws Exception {
    Runtime.getRuntime().exec("ls /srv");
  }
}
