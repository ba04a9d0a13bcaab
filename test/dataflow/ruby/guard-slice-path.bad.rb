require "sinatra"

ROOT = "/srv/notes/"

get "/note" do
  path = File.join(ROOT, params[:name])
  halt 400 unless path[0, ROOT.length] == ROOT
  File.read(path) # expect: CWE-22
end
