get "/fetch" do
  url = "https://status.example.com/health"
  Thread.new { Net::HTTP.get(URI(url)) }.value
end
