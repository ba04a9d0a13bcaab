COLUMNS = %w[name mail].freeze

get "/users" do
  column = params["column"]
  halt 400 unless COLUMNS.include?(column)
  DB.execute("SELECT * FROM users ORDER BY #{column}").to_json
end
