class Greeting
  def call(env)
    request = Rack::Request.new(env)
    name = request.params["name"]
    [200, { "content-type" => "text/html" }, ["<p>Hello, #{CGI.escapeHTML(name)}</p>"]]
  end
end
