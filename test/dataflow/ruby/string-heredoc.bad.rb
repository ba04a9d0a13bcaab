get "/price" do
  title = params["title"]
  expression = <<~XPATH
    //book[title='#{title}']/price
  XPATH
  BOOKS.at_xpath(expression).text # expect: CWE-643
end
