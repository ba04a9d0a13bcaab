class RolesController < ApplicationController
  def update
    session[:role] = params[:role] # expect: CWE-501
  end
end
