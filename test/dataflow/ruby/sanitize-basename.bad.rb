class DocumentsController < ApplicationController
  def show
    send_file "/srv/documents/#{params[:name]}" # expect: CWE-22
  end
end
