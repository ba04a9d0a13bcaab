get "/size" do
  limit = 7 * 18 + 106
  folder = limit > 300 ? params["folder"] : "/srv"
  `du -s #{folder}`
end
