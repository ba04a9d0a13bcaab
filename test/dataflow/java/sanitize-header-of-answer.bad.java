import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Pages {
  @GetMapping("/page")
  ResponseEntity<String> page(@RequestParam String colour) {
    HttpHeaders headers = new HttpHeaders();
    headers.add("X-Colour", colour); // expect: CWE-113
    return new ResponseEntity<>("page", headers, HttpStatus.OK);
  }
}
