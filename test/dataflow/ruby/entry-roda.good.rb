class App < Roda
  route do |r|
    r.get "run" do
      system("ls /srv")
    end
  end
end
