class ArchivesController < ApplicationController
  def create
    Archiver.new("/srv/data").call
    head :ok
  end
end
