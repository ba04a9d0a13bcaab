class UsersController < ApplicationController
  def index
    @users = User.where(mail: params[:mail])
  end
end
