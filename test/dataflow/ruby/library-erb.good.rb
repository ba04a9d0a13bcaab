post "/preview" do
  ERB.new("<p><%= text %></p>").result_with_hash(text: params["text"])
end
