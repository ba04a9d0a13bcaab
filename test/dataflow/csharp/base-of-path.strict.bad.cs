using System.IO;

public class Store {
  private readonly string folder;

  public Store(string folder) {
    this.folder = folder;
  }

  public string Load(string name) {
    return File.ReadAllText(Path.Combine(folder, name)); // expect: CWE-22
  }
}
