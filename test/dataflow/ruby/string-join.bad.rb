get "/pack" do
  parts = ["tar", "cz", params["folder"]]
  system(parts.join(" ")) # expect: CWE-78
end
