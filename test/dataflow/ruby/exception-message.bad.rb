get "/user" do
  begin
    raise ArgumentError, "No user #{params['name']}"
  rescue ArgumentError => error
    response.write("<p>#{error.message}</p>") # expect: CWE-79
  end
end
