get "/users" do
  defaults = { name: "guest", order: "id" }
  options = { name: params["name"] }.merge(defaults)
  DB.execute("SELECT * FROM users WHERE name = '#{options[:name]}'").to_json
end
