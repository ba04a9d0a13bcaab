class NotesController < ApplicationController
  def create
    write("notes.txt", params[:text])
  end

  private

  def write(name, text)
    File.write("/srv/notes/#{name}", text)
  end
end
