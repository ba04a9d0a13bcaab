get "/size" do
  folder = Shellwords.escape(params["folder"].strip)
  `du -s #{folder}`
end
