EXTERNAL = true

class GoController < ApplicationController
  def show
    target = "/home"
    target = params[:next] if EXTERNAL
    redirect_to target # expect: CWE-601
  end
end
