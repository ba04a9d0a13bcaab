get "/file" do
  name = params["name"]
  halt 400 if name.length > 100
  File.read("/srv/files/#{name}") # expect: CWE-22
end
