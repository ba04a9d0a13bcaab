get "/size" do
  system("du -s #{params['folder']}") # expect: CWE-78
end
