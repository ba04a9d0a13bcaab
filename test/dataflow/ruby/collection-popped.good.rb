get "/run" do
  stack = []
  stack.push(params["folder"])
  stack.push("/srv")
  system("ls #{stack.pop}")
end
