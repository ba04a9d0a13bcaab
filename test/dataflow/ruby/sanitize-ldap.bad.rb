get "/people" do
  uid = params["uid"].strip
  filter = Net::LDAP::Filter.construct("(uid=#{uid})") # expect: CWE-90
  LDAP.search(base: "dc=example,dc=org", filter: filter).to_json
end
