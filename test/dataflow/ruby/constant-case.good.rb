MODE = "plain"

get "/text" do
  text = case MODE
         when "plain" then "nothing"
         else params["text"]
         end
  response.write("<p>#{text}</p>")
end
