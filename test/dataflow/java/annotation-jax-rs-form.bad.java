import javax.ws.rs.*;
import javax.ws.rs.core.MultivaluedMap;

@Path("/hello")
class Posted {
  @POST
  @Consumes("application/x-www-form-urlencoded")
  @Produces("text/html")
  public String hello(MultivaluedMap<String, String> posted) {
    return "<p>" + posted.getFirst("name") + "</p>"; // expect: CWE-79
  }
}
