class Filter
  class << self
    def by_name(name)
      "name = '#{name}'"
    end
  end
end

get "/users" do
  DB.execute("SELECT * FROM users WHERE " + Filter.by_name(params["name"])).to_json # expect: CWE-89
end
