class Finder
  def by_name(name)
    DB.execute("SELECT * FROM users WHERE name = '#{name}'")
  end

  def count(name)
    DB.execute("SELECT COUNT(*) FROM users")
  end
end

get "/users" do
  Finder.new.public_send(:count, params["name"]).to_json
end
