class Holder
  attr_accessor :name
end

get "/users" do
  first = Holder.new
  first.name = "guest"
  second = first
  second.name = params["name"]
  DB.execute("SELECT * FROM users WHERE name = '#{first.name}'").to_json # expect: CWE-89
end
