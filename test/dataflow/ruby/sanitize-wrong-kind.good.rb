get "/users" do
  name = DB.quote(params["name"])
  DB.execute("SELECT * FROM users WHERE name = #{name}").to_json
end
