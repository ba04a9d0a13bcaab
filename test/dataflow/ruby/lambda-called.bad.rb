LIST = lambda do |folder|
  system("ls #{folder}") # expect: CWE-78
end

get "/list" do
  LIST.call(params["folder"]).to_s
end
