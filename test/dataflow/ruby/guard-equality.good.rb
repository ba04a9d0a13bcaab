get "/theme" do
  theme = params["theme"]
  if theme == "dark" || theme == "light"
    response.write("<body class='#{theme}'>")
  end
end
