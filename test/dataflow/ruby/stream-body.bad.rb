post "/import" do
  text = request.body.read
  order = YAML.unsafe_load(text) # expect: CWE-502
  order.to_json
end
