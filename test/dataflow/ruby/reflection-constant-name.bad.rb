class Finder
  def by_name(name)
    DB.execute("SELECT * FROM users WHERE name = '#{name}'") # expect: CWE-89
  end

  def count(name)
    DB.execute("SELECT COUNT(*) FROM users")
  end
end

get "/users" do
  Finder.new.public_send(:by_name, params["name"]).to_json
end
