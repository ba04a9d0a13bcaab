post "/login" do
  USERS.find({ "name" => params["name"] }).first.to_json # expect: CWE-943
end
