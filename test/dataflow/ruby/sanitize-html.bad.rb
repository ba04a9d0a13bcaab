get "/hello" do
  name = params["name"].gsub("'", "''")
  response.write("<p>Hello, #{name}</p>") # expect: CWE-79
end
