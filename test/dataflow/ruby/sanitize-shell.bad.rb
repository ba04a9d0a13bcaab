get "/size" do
  folder = params["folder"].strip
  `du -s #{folder}` # expect: CWE-78
end
