import play.mvc.*;

public class Run extends Controller {
  public Result run(Http.Request request) throws Exception {
    Runtime.getRuntime().exec("ls " + request.getQueryString("folder")); // expect: CWE-78
    return ok();
  }
}
