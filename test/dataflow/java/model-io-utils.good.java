import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.io.IOUtils;

class Handler extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String body = IOUtils.toString(request.getInputStream(), StandardCharsets.UTF_8);
    try {
      ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
      engine.put("body", body);
      engine.eval("body.length");
    } catch (ScriptException error) {
      throw new ServletException(error);
    }
  }
}
