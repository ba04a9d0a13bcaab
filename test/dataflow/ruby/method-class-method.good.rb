class Filter
  class << self
    def by_name(name)
      "name = '#{name}'"
    end
  end
end

get "/users" do
  DB.execute("SELECT * FROM users WHERE " + Filter.by_name("guest")).to_json
end
