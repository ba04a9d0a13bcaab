import org.springframework.ldap.core.LdapTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class People {
  private LdapTemplate ldapTemplate;

  @GetMapping("/people")
  Object find(@RequestParam("name") String name) {
    String filter = "(cn=" + name + ")";
    return ldapTemplate.search("ou=people", filter, context -> context); // expect: CWE-90
  }
}
