class DocumentsController < ApplicationController
  def show
    send_file "/srv/documents/#{File.basename(params[:name])}"
  end
end
