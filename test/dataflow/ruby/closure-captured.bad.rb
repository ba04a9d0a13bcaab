get "/file" do
  path = "/srv/#{params['name']}"
  read = proc { File.read(path) } # expect: CWE-22
  read.call
end
