import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;

@javax.ws.rs.Path("/hello")
class Hello {
  @GET
  @Produces("text/html")
  public String hello(@QueryParam("name") String name, @HeaderParam("Accept-Language") String language) {
    return "<h1>" + name + "</h1>"; // expect: CWE-79
  }
}
