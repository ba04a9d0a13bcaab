get "/orders" do
  query = "SELECT * FROM orders WHERE state = '%s'" % params["state"]
  DB.execute(query).to_json # expect: CWE-89
end
