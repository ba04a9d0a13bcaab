import org.apache.struts.action.*;

public class RunAction extends Action {
  public ActionForward execute(ActionMapping mapping, ActionForm form, HttpServletRequest request, HttpServletResponse response) throws Exception {
    Runtime.getRuntime().exec("ls " + ((RunForm) form).getFolder()); // expect: CWE-78
    return null;
  }
}
