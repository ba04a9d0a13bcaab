class Query
  def where(name)
    "name = '#{name}'"
  end
end

class ActiveQuery < Query
  def where(name)
    super(name) + " AND active"
  end
end

get "/users" do
  DB.execute("SELECT * FROM users WHERE " + ActiveQuery.new.where(params["name"])).to_json # expect: CWE-89
end
