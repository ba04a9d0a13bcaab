import io.micronaut.http.annotation.*;

@Controller("/run")
class Run {
  @Get("/{folder}")
  String run(String folder) throws Exception {
    Runtime.getRuntime().exec("ls /srv");
    return "ok";
  }
}
