get "/run" do
  job = { program: "ls", folder: params["folder"] }
  system("#{job[:program]} /srv")
end
