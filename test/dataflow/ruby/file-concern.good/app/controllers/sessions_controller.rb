class SessionsController < ApplicationController
  include Returning

  def create
    redirect_to return_path
  end
end
