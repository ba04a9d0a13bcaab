class UsersController < ApplicationController
  def index
    @users = User.where("name LIKE '%#{params[:q]}%'") # expect: CWE-89
  end
end
