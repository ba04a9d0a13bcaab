post "/login" do
  user = params["user"].strip
  logger.warn("Login failed: #{user}") # expect: CWE-117
  401
end
