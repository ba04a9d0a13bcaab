post "/preview" do
  ERB.new("<p>#{params['text']}</p>").result # expect: CWE-1336
end
