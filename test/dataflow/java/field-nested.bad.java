import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Address { String city; String country; }

class Person { Address address = new Address(); }

class Profile extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Person person = new Person();
    person.address.city = request.getParameter("city");
    person.address.country = "France";
    response.getWriter().println(person.address.city); // expect: CWE-79
  }
}
