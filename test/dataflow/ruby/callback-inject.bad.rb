get "/users" do
  where = params["names"].inject("1 = 0") do |text, name|
    "#{text} OR name = '#{name}'"
  end
  DB.execute("SELECT * FROM users WHERE #{where}").to_json # expect: CWE-89
end
