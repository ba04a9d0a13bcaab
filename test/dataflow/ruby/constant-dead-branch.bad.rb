get "/users" do
  verbose = false
  name = "guest"
  name = params["name"] unless verbose
  DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json # expect: CWE-89
end
