get "/ping" do
  host = params["host"]
  return 400 unless host =~ /^[a-z0-9.]+$/

  system("ping -c 1 #{host}") # expect: CWE-78
end
