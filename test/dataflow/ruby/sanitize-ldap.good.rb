get "/people" do
  uid = Net::LDAP::Filter.escape(params["uid"])
  filter = Net::LDAP::Filter.construct("(uid=#{uid})")
  LDAP.search(base: "dc=example,dc=org", filter: filter).to_json
end
