class Store
  def initialize(folder)
    @folder = folder
  end

  def load(name)
    File.read(File.join(@folder, File.basename(name)))
  end
end
