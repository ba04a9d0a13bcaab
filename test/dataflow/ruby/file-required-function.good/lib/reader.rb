def read_note(name)
  File.read("/srv/notes/" + name)
end
