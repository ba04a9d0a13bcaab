post "/login" do
  USERS.find({ "name" => params["name"].to_s }).first.to_json
end
