post "/remove" do
  params["names"].each do |name|
    File.delete("/srv/files/#{File.basename(name)}")
  end
end
