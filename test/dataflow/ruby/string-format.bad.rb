get "/orders" do
  state = params["state"]
  query = format("SELECT * FROM orders WHERE state = '%s'", state)
  DB.execute(query).to_json # expect: CWE-89
end
