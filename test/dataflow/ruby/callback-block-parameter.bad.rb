def with_name(name, &block)
  block.call(name)
end

get "/users" do
  with_name(params["name"]) do |name|
    DB.execute("SELECT * FROM users WHERE name = '#{name}'").to_json # expect: CWE-89
  end
end
