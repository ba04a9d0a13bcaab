MODE = "plain"

get "/text" do
  text = case MODE
         when "plain" then params["text"]
         else "nothing"
         end
  response.write("<p>#{text}</p>") # expect: CWE-79
end
