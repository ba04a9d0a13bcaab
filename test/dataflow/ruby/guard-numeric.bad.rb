get "/users" do
  id = params["id"]
  halt 400 if id.nil?
  DB.execute("SELECT * FROM users WHERE id = #{id}").to_json # expect: CWE-89
end
