get "/users" do
  id = params["id"].strip.to_i
  DB.execute("SELECT * FROM users WHERE id = #{id}").to_json
end
