get "/note" do
  path = "/srv/notes/NAME.txt".sub("NAME", File.basename(params["name"]))
  File.read(path)
end
