get "/users" do
  id = params["id"].strip
  DB.execute("SELECT * FROM users WHERE id = #{id}").to_json # expect: CWE-89
end
