get "/users" do
  defaults = { name: "guest", order: "id" }
  options = defaults.merge(name: params["name"])
  DB.execute("SELECT * FROM users WHERE name = '#{options[:name]}'").to_json # expect: CWE-89
end
