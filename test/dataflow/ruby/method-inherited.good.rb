class FileSource
  def initialize(name)
    @name = name
  end

  def name
    File.basename(@name)
  end

  def text
    File.read("/srv/files/#{name}")
  end
end

class TextSource < FileSource
  def kind
    "text"
  end
end

get "/text" do
  TextSource.new(params["name"]).text
end
