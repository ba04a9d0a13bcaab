class NotesController < ApplicationController
  def create
    write(params[:name], params[:text])
  end

  private

  def write(name, text)
    File.write("/srv/notes/#{name}", text) # expect: CWE-22
  end
end
