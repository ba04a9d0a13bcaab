get "/users" do
  verbose = false
  name = "guest"
  name = params["name"] if verbose
  DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json
end
