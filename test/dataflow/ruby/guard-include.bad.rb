COLUMNS = %w[name mail].freeze

get "/users" do
  column = params["column"]
  halt 400 if column.empty?
  DB.execute("SELECT * FROM users ORDER BY #{column}").to_json # expect: CWE-89
end
