get "/fetch" do
  uri = URI::HTTPS.build(host: "api.example.com", path: "/status")
  Net::HTTP.get(uri)
end
