import io.javalin.http.Context;

class Run {
  void run(Context ctx) throws Exception {
    RunForm form = ctx.bodyAsClass(RunForm.class);
    Runtime.getRuntime().exec("ls /srv");
  }
}
