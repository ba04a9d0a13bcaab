get "/hosts" do
  lines = Enumerator.new do |found|
    params["text"].each_line { |line| found << line }
  end
  lines.each do |line|
    system("host #{line}") # expect: CWE-78
  end
end
