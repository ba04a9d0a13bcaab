get "/file" do
  name = params["name"].tap { |text| logger.debug(text.length.to_s) }
  File.read("/srv/files/#{name}") # expect: CWE-22
end
