get "/note" do
  path = "/srv/notes/NAME.txt".sub("NAME", params["name"])
  File.read(path) # expect: CWE-22
end
