get "/users" do
  query = +"SELECT * FROM users WHERE active"
  query << " AND name IS NOT NULL" if params["name"]
  DB.execute(query).to_json
end
