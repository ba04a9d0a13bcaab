get "/price" do
  title = "Ulysses"
  expression = <<~XPATH
    //book[title='#{title}']/price
  XPATH
  BOOKS.at_xpath(expression).text
end
