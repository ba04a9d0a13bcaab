class DocumentsController < ApplicationController
  def show
    path = Rails.root.join("documents", params[:name])
    send_file path # expect: CWE-22
  end
end
