get "/users" do
  where = ->(name) { "length(name) = #{name.length}" }
  DB.execute("SELECT * FROM users WHERE " + where.call(params["name"])).to_json
end
