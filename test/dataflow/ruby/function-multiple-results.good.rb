def parts(text)
  [text, text.length]
end

get "/size" do
  folder, length = parts(params["folder"])
  system("du -d #{length} /srv")
end
