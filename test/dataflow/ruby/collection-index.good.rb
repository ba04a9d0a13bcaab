get "/users" do
  names = ["guest", params["name"]]
  name = names[0]
  DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json
end
