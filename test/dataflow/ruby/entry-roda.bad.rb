class App < Roda
  route do |r|
    r.get "run" do
      system("ls #{r.params["folder"]}") # expect: CWE-78
    end
  end
end
