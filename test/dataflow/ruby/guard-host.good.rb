get "/fetch" do
  uri = URI.parse(params["url"])
  halt 400 unless uri.host == "api.example.com"
  Net::HTTP.get(uri)
end
