ROOT = "/srv/files/"

get "/file" do
  path = File.expand_path(params["name"], ROOT)
  halt 404 unless path.start_with?(ROOT)
  File.read(path)
end
