get "/users" do
  name = params["name"]
  begin
    logger.debug(name.length.to_s)
  ensure
    name = name.strip
  end
  DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json # expect: CWE-89
end
