get "/users" do
  options = {}
  options[:name] = params["name"]
  options[:order] = "id"
  DB.execute("SELECT * FROM users ORDER BY #{options.fetch(:order)}").to_json
end
