get "/size" do
  system("du", "-s", "--", params["folder"])
end
