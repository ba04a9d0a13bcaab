get "/pack" do
  parts = ["tar", "cz", "/srv/data"]
  system(parts.join(" "))
end
