get "/users" do
  query = +"SELECT * FROM users WHERE active"
  query << " AND name = '#{params['name']}'" if params["name"]
  DB.execute(query).to_json # expect: CWE-89
end
