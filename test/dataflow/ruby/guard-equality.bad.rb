get "/theme" do
  theme = params["theme"]
  if theme
    response.write("<body class='#{theme}'>") # expect: CWE-79
  end
end
