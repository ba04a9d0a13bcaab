class Archiver
  def initialize(folder)
    @folder = folder
  end

  def call
    system("tar czf /backup/data.tgz #{@folder}")
  end
end
