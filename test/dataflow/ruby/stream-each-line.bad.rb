post "/hosts" do
  request.body.each_line do |line|
    `host #{line}` # expect: CWE-78
  end
end
