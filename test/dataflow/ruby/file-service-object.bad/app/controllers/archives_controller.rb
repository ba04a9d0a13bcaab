class ArchivesController < ApplicationController
  def create
    Archiver.new(params[:folder]).call
    head :ok
  end
end
