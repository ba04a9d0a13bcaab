get "/file" do
  name = params["name"]
  halt 400 if name.include?("..") || name.include?("/")
  File.read("/srv/files/#{name}")
end
