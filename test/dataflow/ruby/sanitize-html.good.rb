get "/hello" do
  name = CGI.escapeHTML(params["name"])
  response.write("<p>Hello, #{name}</p>")
end
