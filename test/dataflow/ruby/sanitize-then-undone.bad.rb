get "/hello" do
  name = CGI.escapeHTML(params["name"])
  name = CGI.unescapeHTML(name)
  response.write("<p>Hello, #{name}</p>") # expect: CWE-79
end
