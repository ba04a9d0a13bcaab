import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@RestController
class Proxy {
  private final RestTemplate restTemplate = new RestTemplate();

  @GetMapping("/proxy")
  String fetch(@RequestParam String target) {
    return restTemplate.getForObject(target, String.class, target); // expect: CWE-918
  }
}
