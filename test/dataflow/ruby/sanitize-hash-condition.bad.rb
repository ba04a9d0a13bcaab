class UsersController < ApplicationController
  def index
    @users = User.where("mail = '" + params[:mail] + "'") # expect: CWE-89
  end
end
