Search = Struct.new(:name, :order)

get "/users" do
  search = Search.new(params["name"], "id")
  DB.execute("SELECT * FROM users WHERE name = '#{search.name}'").to_json # expect: CWE-89
end
