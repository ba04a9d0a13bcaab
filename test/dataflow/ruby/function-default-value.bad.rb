def fetch(url = "https://status.example.com/health")
  Net::HTTP.get(URI(url)) # expect: CWE-918
end

get "/status" do
  fetch(params["url"])
end
