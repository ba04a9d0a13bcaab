import javax.servlet.http.*;

class Summed extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String name = request.getParameter("name");
    String first = "a";
    String chosen = (first + "|" + "b").split("\\|")[1];
    String shown = chosen.equals("a") ? name : "plain";
    response.getWriter().write("<p>" + shown + "</p>");
  }
}
