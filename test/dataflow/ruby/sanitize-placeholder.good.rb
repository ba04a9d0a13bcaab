class UsersController < ApplicationController
  def index
    @users = User.where("name LIKE ?", "%#{params[:q]}%")
  end
end
