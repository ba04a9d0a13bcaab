LIST = lambda do |folder|
  system("ls #{folder}")
end

get "/list" do
  LIST.call("/srv").to_s
end
