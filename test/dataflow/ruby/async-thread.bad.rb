get "/fetch" do
  url = params["url"]
  Thread.new { Net::HTTP.get(URI(url)) }.value # expect: CWE-918
end
