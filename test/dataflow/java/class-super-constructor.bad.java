import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Task {
  final String command;

  Task(String command) { this.command = command; }
}

class Backup extends Task {
  Backup(String folder) { super("tar czf /backup.tgz " + folder); }
}

class Admin extends HttpServlet {
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Task task = new Backup(request.getParameter("folder"));
    Runtime.getRuntime().exec(task.command); // expect: CWE-78
  }
}
