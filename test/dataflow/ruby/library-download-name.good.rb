get "/export" do
  headers["Content-Disposition"] = "attachment; filename=export.csv"
  REPORT
end
