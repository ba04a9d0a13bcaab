EXTERNAL = true

class GoController < ApplicationController
  def show
    target = "/home"
    target = params[:next] unless EXTERNAL
    redirect_to target
  end
end
