class App < Roda
  route do |r|
    r.get "run", String do |folder|
      system("ls #{folder}") # expect: CWE-78
    end
  end
end
