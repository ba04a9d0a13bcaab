class Greeting
  def call(env)
    request = Rack::Request.new(env)
    name = request.params["name"]
    [200, { "content-type" => "text/html" }, ["<p>Hello, #{name}</p>"]] # expect: CWE-79
  end
end
