get "/run" do
  program, folder = "ls", params["folder"]
  system("#{program} /srv")
end
