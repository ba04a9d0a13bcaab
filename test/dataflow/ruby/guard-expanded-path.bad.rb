ROOT = "/srv/files/"

get "/file" do
  path = File.expand_path(params["name"], ROOT)
  halt 404 if path.length > 200
  File.read(path) # expect: CWE-22
end
