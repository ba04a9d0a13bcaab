get "/file" do
  path = "/srv/#{params['name']}"
  fixed = "/srv/readme.txt"
  read = proc { File.read(fixed) }
  read.call
end
