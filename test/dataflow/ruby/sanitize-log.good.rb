post "/login" do
  user = params["user"].gsub(/[\r\n]/, " ")
  logger.warn("Login failed: #{user}")
  401
end
