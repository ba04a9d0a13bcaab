get "/users" do
  names = ["guest", params["name"]]
  name = names[1]
  DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json # expect: CWE-89
end
