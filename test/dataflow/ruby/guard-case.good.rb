get "/run" do
  tool = params["tool"]
  case tool
  when "date", "uptime"
    logger.debug("known")
  else
    raise ArgumentError, "unknown"
  end
  `#{tool}`
end
