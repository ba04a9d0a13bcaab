import java.io.FileInputStream;

class Reader {
  String name = "readme.txt";

  FileInputStream open() throws Exception {
    return new FileInputStream("/srv/files/" + name);
  }
}
