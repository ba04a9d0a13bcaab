class DocumentsController < ApplicationController
  def show
    path = Rails.root.join("documents", File.basename(params[:name]))
    send_file path
  end
end
