require_relative "lib/reader"

get "/note" do
  read_note(params["name"])
end
