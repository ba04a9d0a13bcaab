post "/orders" do
  order = JSON.parse(request.body.read)
  DB.execute("INSERT INTO orders (item) VALUES (?)", [order["item"]])
end
