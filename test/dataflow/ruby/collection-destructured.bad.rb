get "/run" do
  program, folder = "ls", params["folder"]
  system("ls #{folder}") # expect: CWE-78
end
