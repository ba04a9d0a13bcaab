class Report
  def rows(params)
    DB.execute("SELECT * FROM reports WHERE kind = '#{params[:kind]}'") # expect: CWE-89
  end
end

get "/report" do
  Report.new.rows(params).to_json
end
