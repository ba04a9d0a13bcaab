class Store
  def initialize(folder)
    @folder = folder
  end

  def load(name)
    File.read(File.join(@folder, name)) # expect: CWE-22
  end
end
