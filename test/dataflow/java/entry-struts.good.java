import com.opensymphony.xwork2.ActionSupport;

public class RunAction extends ActionSupport {
  private String folder;

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public String execute() throws Exception {
    Runtime.getRuntime().exec("ls /srv");
    return SUCCESS;
  }
}
