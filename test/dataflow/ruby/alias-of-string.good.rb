get "/users" do
  query = +"SELECT * FROM users"
  other = query.dup
  other << " WHERE name = '#{params['name']}'"
  DB.execute(query).to_json
end
