def each_tag(text)
  text.split(",").each { |tag| yield tag }
end

get "/tags" do
  each_tag(params["tags"]) do |tag|
    response.write("<li>#{tag}</li>") # expect: CWE-79
  end
end
