get "/users" do
  id = params["id"]
  halt 400 unless id.match?(/\A\d+\z/)
  DB.execute("SELECT * FROM users WHERE id = #{id}").to_json
end
