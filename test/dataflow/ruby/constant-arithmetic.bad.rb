get "/size" do
  limit = 7 * 18 + 106
  folder = limit > 200 ? params["folder"] : "/srv"
  `du -s #{folder}` # expect: CWE-78
end
