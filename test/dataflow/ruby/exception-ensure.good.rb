get "/users" do
  name = params["name"]
  begin
    logger.debug(name.length.to_s)
  ensure
    name = "guest"
  end
  DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json
end
