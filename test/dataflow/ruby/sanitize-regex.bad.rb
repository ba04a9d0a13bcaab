get "/titles" do
  word = params["word"].strip
  TITLES.grep(Regexp.new("^#{word}")).to_json # expect: CWE-1333
end
