get "/users" do
  where = ->(name) { "name = '#{name}'" }
  DB.execute("SELECT * FROM users WHERE " + where.call(params["name"])).to_json # expect: CWE-89
end
