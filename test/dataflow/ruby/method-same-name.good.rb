class Echo
  def run(text)
    text.upcase
  end
end

class Shell
  def run(text)
    system(text)
  end
end

get "/run" do
  runner = Echo.new
  runner.run(params["text"]).to_s
end
