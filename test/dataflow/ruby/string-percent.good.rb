get "/orders" do
  query = "SELECT * FROM orders WHERE state = '%s'" % "open"
  DB.execute(query).to_json
end
