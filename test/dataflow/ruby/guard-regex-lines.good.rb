get "/ping" do
  host = params["host"]
  return 400 unless host =~ /\A[a-z0-9.]+\z/

  system("ping -c 1 #{host}")
end
