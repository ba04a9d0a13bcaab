class App < Roda
  route do |r|
    r.get "run", String do |folder|
      system("ls /srv")
    end
  end
end
