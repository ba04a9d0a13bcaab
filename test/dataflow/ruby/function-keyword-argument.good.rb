def pack(folder:, label: "nightly")
  logger.debug(label.inspect)
  `tar cz #{folder}`
end

post "/pack" do
  pack(folder: "/srv/data", label: params["folder"])
end
