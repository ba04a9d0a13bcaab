get "/users" do
  name = CGI.unescapeHTML(params["name"])
  DB.execute("SELECT * FROM users WHERE name = #{name}").to_json # expect: CWE-89
end
