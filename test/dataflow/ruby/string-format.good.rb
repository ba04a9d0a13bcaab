get "/orders" do
  state = params["state"]
  query = format("SELECT * FROM orders WHERE length = %d", state.length)
  DB.execute(query).to_json
end
