def join_all(parts)
  return parts.first if parts.size == 1

  parts.first + " " + join_all(parts.drop(1))
end

get "/users" do
  where = join_all(["name", "=", "'guest'"])
  DB.execute("SELECT * FROM users WHERE " + where).to_json
end
