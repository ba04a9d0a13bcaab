class Holder
  attr_accessor :name
end

get "/users" do
  first = Holder.new
  first.name = "guest"
  second = first.dup
  second.name = params["name"]
  DB.execute("SELECT * FROM users WHERE name = '#{first.name}'").to_json
end
