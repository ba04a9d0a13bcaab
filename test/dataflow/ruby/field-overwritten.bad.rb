class Page
  attr_accessor :title
end

get "/page" do
  page = Page.new
  page.title = params["title"]
  page.title = page.title.strip
  response.write("<h1>#{page.title}</h1>") # expect: CWE-79
end
