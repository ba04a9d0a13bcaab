Search = Struct.new(:name, :order)

get "/users" do
  search = Search.new(params["name"], "id")
  DB.execute("SELECT * FROM users ORDER BY #{search.order}").to_json
end
