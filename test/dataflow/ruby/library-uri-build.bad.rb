get "/fetch" do
  uri = URI::HTTPS.build(host: params["host"], path: "/status")
  Net::HTTP.get(uri) # expect: CWE-918
end
