def parts(text)
  [text, text.length]
end

get "/size" do
  folder, length = parts(params["folder"])
  system("du -s #{folder}") # expect: CWE-78
end
