class RolesController < ApplicationController
  def update
    session[:role] = "guest"
  end
end
