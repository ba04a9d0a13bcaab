class Echo
  def run(text)
    text.upcase
  end
end

class Shell
  def run(text)
    system(text) # expect: CWE-78
  end
end

get "/run" do
  runner = Shell.new
  runner.run(params["text"]).to_s
end
