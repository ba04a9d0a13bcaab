get "/users" do
  query = +"SELECT * FROM users"
  other = query
  other << " WHERE name = '#{params['name']}'"
  DB.execute(query).to_json # expect: CWE-89
end
