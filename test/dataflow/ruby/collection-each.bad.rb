post "/remove" do
  params["names"].each do |name|
    File.delete("/srv/files/#{name}") # expect: CWE-22
  end
end
