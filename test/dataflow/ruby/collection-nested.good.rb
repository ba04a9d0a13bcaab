get "/note" do
  options = { input: { name: params["name"], kind: "text" } }
  File.read("/srv/#{options[:input][:kind]}")
end
