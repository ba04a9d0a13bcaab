get "/titles" do
  word = Regexp.escape(params["word"].strip)
  TITLES.grep(Regexp.new("^#{word}")).to_json
end
