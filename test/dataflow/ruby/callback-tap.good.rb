get "/file" do
  name = params["name"].then { |text| File.basename(text) }
  File.read("/srv/files/#{name}")
end
