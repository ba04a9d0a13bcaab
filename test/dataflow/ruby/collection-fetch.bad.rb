get "/users" do
  options = {}
  options[:name] = params["name"]
  options[:order] = "id"
  DB.execute("SELECT * FROM users WHERE name = '#{options.fetch(:name)}'").to_json # expect: CWE-89
end
