post "/import" do
  text = request.body.read
  order = YAML.safe_load(text)
  order.to_json
end
