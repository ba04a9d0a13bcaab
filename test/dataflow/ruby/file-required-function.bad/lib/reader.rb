def read_note(name)
  File.read("/srv/notes/" + name) # expect: CWE-22
end
