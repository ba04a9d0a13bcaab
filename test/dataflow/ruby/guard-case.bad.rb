get "/run" do
  tool = params["tool"]
  case tool
  when "date", "uptime"
    logger.debug("known")
  else
    logger.debug("unknown")
  end
  `#{tool}` # expect: CWE-78
end
