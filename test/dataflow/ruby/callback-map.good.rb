post "/remove" do
  files = params["names"].split(",").map { |name| Shellwords.escape("/srv/#{name}") }
  system("rm -- " + files.join(" "))
end
