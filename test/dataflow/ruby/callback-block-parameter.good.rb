def with_name(name, &block)
  block.call(name)
end

get "/users" do
  with_name(params["name"]) do |name|
    DB.execute("SELECT * FROM users WHERE name = #{DB.quote(name)}").to_json
  end
end
