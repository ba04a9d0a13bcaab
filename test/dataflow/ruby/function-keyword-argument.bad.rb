def pack(folder:, label: "nightly")
  logger.debug(label.inspect)
  `tar cz #{folder}` # expect: CWE-78
end

post "/pack" do
  pack(folder: params["folder"])
end
