get "/user" do
  begin
    raise ArgumentError, "No user #{params['name']}"
  rescue ArgumentError => error
    response.write("<p>#{CGI.escapeHTML(error.message)}</p>")
  end
end
