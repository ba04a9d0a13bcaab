import java.io.FileInputStream;

class Reader {
  @Parameter String name;

  FileInputStream open() throws Exception {
    return new FileInputStream("/srv/files/" + name); // expect: CWE-22
  }
}
