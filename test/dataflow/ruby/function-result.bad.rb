class PingsController < ApplicationController
  def create
    system("ping -c 1 " + host) # expect: CWE-78
  end

  private

  def host
    params[:host]
  end
end
