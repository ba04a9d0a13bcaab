def fetch(url = "https://status.example.com/health")
  Net::HTTP.get(URI(url))
end

get "/status" do
  fetch
end
