import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Calculator {
  @GetMapping("/calculate")
  Object calculate(@RequestParam String formula) {
    SpelExpressionParser parser = new SpelExpressionParser();
    return parser.parseExpression("21 * 2").getValue();
  }
}
