get "/fetch" do
  uri = URI.parse(params["url"])
  halt 400 unless uri.scheme == "https"
  Net::HTTP.get(uri) # expect: CWE-918
end
