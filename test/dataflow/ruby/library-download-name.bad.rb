get "/export" do
  headers["Content-Disposition"] = "attachment; filename=#{params['name']}" # expect: CWE-73
  REPORT
end
