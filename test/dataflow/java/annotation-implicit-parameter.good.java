import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Links {
  @GetMapping("/out")
  String out(String target) {
    return "redirect:" + "/home";
  }
}
