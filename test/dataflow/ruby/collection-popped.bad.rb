get "/run" do
  stack = []
  stack.push("/srv")
  stack.push(params["folder"])
  system("ls #{stack.pop}") # expect: CWE-78
end
