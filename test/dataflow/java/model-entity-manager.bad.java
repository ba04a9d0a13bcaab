import javax.persistence.EntityManager;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Users extends HttpServlet {
  private EntityManager entityManager;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    entityManager.createQuery("FROM User u WHERE u.name = '" + name + "'") // expect: CWE-89
        .setMaxResults(10)
        .getResultList();
  }
}
