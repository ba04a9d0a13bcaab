post "/remove" do
  files = params["names"].split(",").map { |name| "/srv/#{name}" }
  system("rm -- " + files.join(" ")) # expect: CWE-78
end
