get "/hello" do
  name = CGI.escapeHTML(params["name"])
  name = name.capitalize
  response.write("<p>Hello, #{name}</p>")
end
