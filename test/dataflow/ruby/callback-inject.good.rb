get "/users" do
  where = params["names"].inject("1 = 0") do |text, name|
    "#{text} OR length(name) = #{name.length}"
  end
  DB.execute("SELECT * FROM users WHERE #{where}").to_json
end
