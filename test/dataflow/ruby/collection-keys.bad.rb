get "/run" do
  job = { program: "ls", folder: params["folder"] }
  system("ls #{job[:folder]}") # expect: CWE-78
end
