class Report
  def rows(params)
    DB.execute("SELECT * FROM reports WHERE kind = '#{params[:kind]}'")
  end
end

get "/report" do
  Report.new.rows({ kind: "daily" }).to_json
end
