import io.micronaut.http.annotation.*;

@Controller("/run")
class Run {
  @Post
  String run(@Body String folder) throws Exception {
    Runtime.getRuntime().exec("ls /srv");
    return "ok";
  }
}
